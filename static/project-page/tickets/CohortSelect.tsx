import { useId } from 'react';

import type { CohortName } from '../../../src/contract';
import { useTexts } from '../../shared/texts/use-texts';
import { cohortGroups } from './cohort-words';

interface CohortSelectProps {
  readonly value: CohortName;
  readonly onChange: (cohort: CohortName) => void;
}

/** Which number's tickets are listed. */
export function CohortSelect({ value, onChange }: CohortSelectProps) {
  const t = useTexts();
  const id = useId();
  const groups = cohortGroups(t);
  const known = groups.flatMap(({ cohorts }) => cohorts);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t('report.list.show')}
      </label>
      <select
        id={id}
        className="select"
        value={value}
        onChange={({ target }) =>
          onChange(known.find((each) => each.value === target.value)?.value ?? value)
        }
      >
        {groups.map(({ label, cohorts }) => (
          <optgroup key={label} label={label}>
            {cohorts.map((cohort) => (
              <option key={cohort.value} value={cohort.value}>
                {cohort.label}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
