import Button from '@atlaskit/button/new';
import { useState, type FormEvent } from 'react';

import { useTexts } from '../../shared/texts/use-texts';
import { lastDayOf } from '../place/days';
import { PeriodFields } from './PeriodFields';
import type { TwoPeriods } from './presets';
import { validatePeriods, type PeriodsDraft } from './validate-periods';

interface PeriodsFormProps {
  readonly periods: TwoPeriods;
  readonly today: string;
  readonly onChoose: (periods: TwoPeriods) => void;
}

/** Own days; what is wrong with them is said when they are asked for. */
export function PeriodsForm({ periods, today, onChoose }: PeriodsFormProps) {
  const t = useTexts();
  const [draft, setDraft] = useState<PeriodsDraft>(() => draftOf(periods));
  const [wasAsked, setWasAsked] = useState(false);
  const checked = validatePeriods(draft, today, t);
  const problems = wasAsked && checked.kind === 'invalid' ? checked : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasAsked(true);
    if (checked.kind === 'valid') onChoose(checked.periods);
  };
  return (
    <form className="periods-form" noValidate onSubmit={submit}>
      <PeriodFields
        legend={t('report.compare.earlier')}
        first={draft.earlierFirst}
        last={draft.earlierLast}
        today={today}
        problem={problems?.earlier ?? null}
        onChange={(earlierFirst, earlierLast) => setDraft({ ...draft, earlierFirst, earlierLast })}
      />
      <PeriodFields
        legend={t('report.compare.later')}
        first={draft.laterFirst}
        last={draft.laterLast}
        today={today}
        problem={problems?.later ?? null}
        onChange={(laterFirst, laterLast) => setDraft({ ...draft, laterFirst, laterLast })}
      />
      <Button type="submit">{t('report.compare.compare')}</Button>
    </form>
  );
}

const draftOf = ({ earlier, later }: TwoPeriods): PeriodsDraft => ({
  earlierFirst: earlier.fromDay,
  earlierLast: lastDayOf(earlier),
  laterFirst: later.fromDay,
  laterLast: lastDayOf(later),
});
