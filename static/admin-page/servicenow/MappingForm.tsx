import type { ReactNode } from 'react';

import { CheckList } from '../../shared/form/CheckList';
import { useTexts } from '../../shared/texts/use-texts';
import { holdReasonOptions } from './check-options';
import type { MappingDraft, MappingProblem } from './mapping-draft';
import { ScopeFields } from './ScopeFields';
import { StateTable } from './StateTable';
import type { InstanceChoicesState } from './use-instance-choices';
import { ViewerGroups } from './ViewerGroups';
import { WriteBackFields } from './WriteBackFields';

interface MappingFormProps {
  readonly draft: MappingDraft;
  readonly problems: readonly MappingProblem[];
  readonly offered: InstanceChoicesState;
  readonly onChange: (patch: Partial<MappingDraft>) => void;
}

type PartName = 'states' | 'holdReasons' | 'scope' | 'verdict' | 'viewers';

/** How incidents are read, and what is written on them. */
export function MappingForm({ draft, problems, offered, onChange }: MappingFormProps) {
  const t = useTexts();
  const { choices } = offered;
  const errorOf = (...kinds: readonly MappingProblem[]): string | null => {
    const problem = problems.find((each) => kinds.includes(each));
    return problem === undefined ? null : t(`admin.servicenow.mappingProblem.${problem}`);
  };
  return (
    <div className="admin-stack">
      <Part name="states" error={errorOf('noDone')}>
        <StateTable draft={draft} choices={choices} onChange={onChange} />
      </Part>
      <Part name="holdReasons">
        <CheckList
          legend={t('admin.servicenow.holdReasons.title')}
          options={holdReasonOptions(draft, choices, t)}
          selected={draft.pausingHoldReasons}
          onChange={(pausingHoldReasons) => onChange({ pausingHoldReasons })}
        />
      </Part>
      <Part name="scope" error={errorOf('noGroups', 'manyGroups')}>
        <ScopeFields draft={draft} choices={choices} onChange={onChange} />
      </Part>
      <Part name="verdict">
        <WriteBackFields
          draft={draft}
          choices={choices}
          error={errorOf('badField')}
          onChange={onChange}
        />
      </Part>
      <Part name="viewers">
        <ViewerGroups draft={draft} onChange={onChange} />
      </Part>
    </div>
  );
}

interface PartProps {
  readonly name: PartName;
  readonly error?: string | null;
  readonly children: ReactNode;
}

function Part({ name, error = null, children }: PartProps) {
  const t = useTexts();
  return (
    <div className="admin-stack part" data-part={name}>
      <h4 className="part-title">{t(`admin.servicenow.${name}.title`)}</h4>
      <p className="muted">{t(`admin.servicenow.${name}.body`)}</p>
      {children}
      {error !== null && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
