import { useId } from 'react';

import { describedBy, Field } from './Field';

interface TextFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | null;
  /** For fields whose error stands elsewhere. */
  readonly isInvalid?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isMultiline?: boolean;
  readonly inputMode?: 'text' | 'numeric';
  readonly maxLength?: number;
  /** Is not shown, and nothing offers to fill it in. */
  readonly isSecret?: boolean;
  readonly isReadOnly?: boolean;
}

/** A text of a person's own, in one line or more. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error = null, value, onChange, isMultiline = false, ...rest } = props;
  const { inputMode = 'text', maxLength, isInvalid = error !== null } = rest;
  const { isSecret = false, isReadOnly = false } = rest;
  const id = useId();
  const shared = {
    id,
    className: 'input',
    value,
    maxLength,
    readOnly: isReadOnly,
    'aria-invalid': isInvalid,
    'aria-describedby': describedBy(id, { hint, error }),
  };
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {isMultiline ? (
        <textarea {...shared} rows={2} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <input
          {...shared}
          type={isSecret ? 'password' : 'text'}
          autoComplete={isSecret ? 'new-password' : 'off'}
          inputMode={inputMode}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
