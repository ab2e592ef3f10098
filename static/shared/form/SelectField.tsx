import { useId } from 'react';

import { describedBy, Field } from './Field';

interface SelectFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** The browser's own list: it opens over a panel's frame, however small that is. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, error = null, value, options, onChange } = props;
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select
        id={id}
        className="select"
        value={value}
        aria-invalid={error !== null}
        aria-describedby={describedBy(id, { hint, error })}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
