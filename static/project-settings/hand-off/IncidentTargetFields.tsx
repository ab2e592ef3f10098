import { useId } from 'react';

import { describedBy, Field } from '../../shared/form/Field';
import { SelectField } from '../../shared/form/SelectField';
import { useTexts } from '../../shared/texts/use-texts';
import type { TypeDraft } from './policy-draft';
import { prepareSelect } from './prepare-select';
import type { TargetChoices } from './read-target-choices';

interface IncidentTargetFieldsProps {
  readonly draft: Pick<TypeDraft, 'group' | 'priorityId'>;
  readonly choices: TargetChoices;
  readonly onChange: (patch: Partial<TypeDraft>) => void;
}

const MAX_NAME = 255;

/** An incident goes to an assignment group, by its name, and gets a priority. */
export function IncidentTargetFields({ draft, choices, onChange }: IncidentTargetFieldsProps) {
  const t = useTexts();
  const id = useId();
  const { group, priorityId } = draft;
  const [field] = choices.groupFields;
  const hint = t('policy.assignmentGroupHint');
  return (
    <div className="policy-fields">
      {field !== undefined && (
        <Field id={id} label={field.name} hint={hint}>
          <input
            id={id}
            type="text"
            className="input"
            list={`${id}-names`}
            autoComplete="off"
            maxLength={MAX_NAME}
            aria-describedby={describedBy(id, { hint, error: null })}
            value={group?.name ?? ''}
            onChange={({ target: { value: name } }) =>
              onChange({ group: name === '' ? null : { fieldId: field.id, name } })
            }
          />
          <datalist id={`${id}-names`}>
            {choices.groups.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </Field>
      )}
      <SelectField
        label={t('policy.field.priority')}
        {...prepareSelect(priorityId, choices.priorities, t)}
        onChange={(value) => onChange({ priorityId: value === '' ? null : value })}
      />
    </div>
  );
}
