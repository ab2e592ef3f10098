import type { ServiceNowChoices } from '../../../src/contract';
import { SelectField } from '../../shared/form/SelectField';
import { TextField } from '../../shared/form/TextField';
import { useTexts } from '../../shared/texts/use-texts';
import type { MappingDraft } from './mapping-draft';

interface WriteBackFieldsProps {
  readonly draft: MappingDraft;
  readonly choices: ServiceNowChoices | null;
  readonly error: string | null;
  readonly onChange: (patch: Partial<MappingDraft>) => void;
}

/** Where verdicts are written; a list where the instance shows its fields, else a name. */
export function WriteBackFields({ draft, choices, error, onChange }: WriteBackFieldsProps) {
  const t = useTexts();
  const { verdictField, writesWorkNotes } = draft;
  const offered = (choices?.verdictFields ?? []).map(({ name, label }) => ({
    value: name,
    label: t('admin.servicenow.verdict.option', { label, name }),
  }));
  const isOffered = verdictField === '' || offered.some(({ value }) => value === verdictField);
  const shared = {
    label: t('admin.servicenow.verdict.field'),
    hint: t('admin.servicenow.verdict.hint'),
    error,
    value: verdictField,
    onChange: (next: string) => onChange({ verdictField: next }),
  };
  return (
    <>
      {offered.length === 0 ? (
        <TextField {...shared} maxLength={80} />
      ) : (
        <SelectField
          {...shared}
          options={[
            { value: '', label: t('admin.servicenow.verdict.none') },
            ...offered,
            ...(isOffered ? [] : [{ value: verdictField, label: verdictField }]),
          ]}
        />
      )}
      <label className="choice">
        <input
          type="checkbox"
          checked={writesWorkNotes && verdictField.trim() !== ''}
          disabled={verdictField.trim() === ''}
          onChange={() => onChange({ writesWorkNotes: !writesWorkNotes })}
        />
        <span>
          {t('admin.servicenow.verdict.workNotes')}
          <span className="field-hint choice-description">
            {t('admin.servicenow.verdict.workNotesHint')}
          </span>
        </span>
      </label>
    </>
  );
}
