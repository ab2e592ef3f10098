import { useId } from 'react';

import { useTexts } from '../../shared/texts/use-texts';

interface PeriodFieldsProps {
  readonly legend: string;
  readonly first: string;
  readonly last: string;
  /** The latest day that can be chosen. */
  readonly today: string;
  readonly problem: string | null;
  readonly onChange: (first: string, last: string) => void;
}

/** A period by its first and its last day. */
export function PeriodFields({ legend, first, last, today, problem, onChange }: PeriodFieldsProps) {
  const t = useTexts();
  const id = useId();
  const problemId = `${id}-error`;
  const common = {
    type: 'date',
    className: 'select',
    max: today,
    required: true,
    'aria-invalid': problem !== null,
    ...(problem !== null && { 'aria-describedby': problemId }),
  };
  return (
    <fieldset className="period-fields">
      <legend className="field-label">{legend}</legend>
      <label className="field">
        <span className="muted">{t('report.compare.first')}</span>
        <input {...common} value={first} onChange={({ target }) => onChange(target.value, last)} />
      </label>
      <label className="field">
        <span className="muted">{t('report.compare.last')}</span>
        <input {...common} value={last} onChange={({ target }) => onChange(first, target.value)} />
      </label>
      {problem !== null && (
        <p id={problemId} className="field-error" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
