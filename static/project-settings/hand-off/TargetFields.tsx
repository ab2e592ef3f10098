import { SelectField } from '../../shared/form/SelectField';
import { TextField } from '../../shared/form/TextField';
import { useTexts } from '../../shared/texts/use-texts';
import { ChoicesNotice } from '../ChoicesNotice';
import { IncidentTargetFields } from './IncidentTargetFields';
import type { TypeDraft } from './policy-draft';
import { prepareSelect } from './prepare-select';
import type { TargetChoicesState } from './use-target-choices';

interface TargetFieldsProps {
  readonly draft: TypeDraft;
  readonly targets: TargetChoicesState;
  readonly labelProblem: string | null;
  readonly onChange: (patch: Partial<TypeDraft>) => void;
}

/** Where a ticket goes when people take over; what is not chosen stays as it is. */
export function TargetFields(props: TargetFieldsProps) {
  const { draft, targets, onChange } = props;
  const { choices } = targets;
  return (
    <>
      <ChoicesNotice choices={{ ...targets, names: choices === null ? null : [] }} />
      {choices?.source === 'servicenow' ? (
        <IncidentTargetFields draft={draft} choices={choices} onChange={onChange} />
      ) : (
        <IssueTargetFields {...props} />
      )}
    </>
  );
}

const idOf = (value: string): string | null => (value === '' ? null : value);

function IssueTargetFields({ draft, targets, labelProblem, onChange }: TargetFieldsProps) {
  const t = useTexts();
  const { choices } = targets;
  const { group } = draft;
  const groupFields = choices?.groupFields ?? [];
  const fieldId = group?.fieldId ?? groupFields[0]?.id;
  const groups = choices?.groups.map((name) => ({ id: name, name })) ?? null;
  return (
    <>
      <div className="policy-fields">
        <SelectField
          label={t('policy.field.assignee')}
          {...prepareSelect(draft.assigneeAccountId, choices?.people ?? null, t)}
          onChange={(value) => onChange({ assigneeAccountId: idOf(value) })}
        />
        <SelectField
          label={t('policy.field.priority')}
          {...prepareSelect(draft.priorityId, choices?.priorities ?? null, t)}
          onChange={(value) => onChange({ priorityId: idOf(value) })}
        />
        <SelectField
          label={t('policy.field.status')}
          {...prepareSelect(draft.statusId, choices?.statuses ?? null, t)}
          onChange={(value) => onChange({ statusId: idOf(value) })}
        />
        {fieldId !== undefined && (
          <SelectField
            label={t('policy.field.group')}
            {...prepareSelect(group?.name ?? null, groups, t)}
            onChange={(name) => onChange({ group: name === '' ? null : { fieldId, name } })}
          />
        )}
        {group !== null && groupFields.length > 1 && (
          <SelectField
            label={t('policy.input.groupField')}
            value={group.fieldId}
            options={groupFields.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => onChange({ group: { ...group, fieldId: id } })}
          />
        )}
        <TextField
          label={t('policy.field.label')}
          error={labelProblem}
          maxLength={255}
          value={draft.label}
          onChange={(label) => onChange({ label })}
        />
      </div>
      {choices !== null && groupFields.length === 0 && (
        <p className="field-hint">{t('policy.noGroupField')}</p>
      )}
    </>
  );
}
