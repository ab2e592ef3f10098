interface SelectProps {
  readonly label: string;
  /** The label is read out only. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly isDisabled?: boolean;
  readonly onChange: (value: string) => void;
}

export function Select({
  label,
  isLabelHidden = false,
  value,
  options,
  isDisabled = false,
  onChange,
}: SelectProps) {
  return (
    <label className="field">
      <span className={isLabelHidden ? 'visually-hidden' : 'field-label'}>{label}</span>
      <select
        className="select"
        value={value}
        disabled={isDisabled}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
