import { RadioGroup } from '../../shared/form/RadioGroup';
import { TextField } from '../../shared/form/TextField';
import { useTexts } from '../../shared/texts/use-texts';
import { MAX_LENGTH, type ConnectionEntry, type EntryField } from './connection-entry';

interface ConnectionFieldsProps {
  readonly entry: ConnectionEntry;
  /** Without an entry, and somebody has tried to go on. */
  readonly missing: readonly EntryField[];
  /** The instance is connected already: only how the app gets in changes. */
  readonly isAddressFixed: boolean;
  readonly onChange: (entry: ConnectionEntry) => void;
}

const AUTHS = ['oauth', 'basic'] as const;
const SECRETS: readonly EntryField[] = ['clientSecret', 'password'];

/** Which instance, and how the app signs in. Secrets go to the app, and never come back. */
export function ConnectionFields(props: ConnectionFieldsProps) {
  const { entry, missing, isAddressFixed, onChange } = props;
  const t = useTexts();
  const field = (name: EntryField) => (
    <TextField
      key={name}
      label={t(`admin.servicenow.field.${name}`)}
      hint={t(`admin.servicenow.fieldHint.${name}`)}
      error={missing.includes(name) ? t(`admin.servicenow.noField.${name}`) : null}
      maxLength={MAX_LENGTH[name]}
      isSecret={SECRETS.includes(name)}
      isReadOnly={name === 'address' && isAddressFixed}
      value={entry[name]}
      onChange={(value) => onChange({ ...entry, [name]: value })}
    />
  );
  return (
    <>
      {field('address')}
      {!isAddressFixed && (
        <label className="choice">
          <input
            type="checkbox"
            checked={entry.hasOwnDomain}
            onChange={() => onChange({ ...entry, hasOwnDomain: !entry.hasOwnDomain })}
          />
          <span>
            {t('admin.servicenow.field.ownDomain')}
            <span className="field-hint choice-description">
              {t('admin.servicenow.fieldHint.ownDomain')}
            </span>
          </span>
        </label>
      )}
      {field('userName')}
      <RadioGroup
        legend={t('admin.servicenow.field.auth')}
        value={entry.auth}
        choices={AUTHS.map((value) => ({
          value,
          label: t(`admin.servicenow.auth.${value}`),
          description: t(`admin.servicenow.authHint.${value}`),
        }))}
        onChange={(auth) => onChange({ ...entry, auth })}
      />
      {entry.auth === 'oauth' ? [field('clientId'), field('clientSecret')] : field('password')}
    </>
  );
}
