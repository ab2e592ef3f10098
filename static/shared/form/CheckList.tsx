import { useId, useState } from 'react';

import { useTexts } from '../texts/use-texts';
import type { CheckOption } from './check-option';

interface CheckListProps {
  readonly legend: string;
  readonly options: readonly CheckOption[];
  readonly selected: readonly string[];
  readonly onChange: (selected: readonly string[]) => void;
}

/** From so many on, a list is searched sooner than read. */
const FILTER_FROM = 12;

/** Any of a list. What is chosen keeps the order of the list. */
export function CheckList({ legend, options, selected, onChange }: CheckListProps) {
  const t = useTexts();
  const filterId = useId();
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLocaleLowerCase();
  const shown = options.filter((option) => nameOf(option).toLocaleLowerCase().includes(wanted));
  const toggle = (name: string): void => {
    const isOn = (value: string): boolean => (value === name) !== selected.includes(value);
    onChange(options.map(({ value }) => value).filter(isOn));
  };

  return (
    <fieldset className="choices">
      <legend className="visually-hidden">{legend}</legend>
      {options.length >= FILTER_FROM && (
        <div className="field">
          <label className="visually-hidden" htmlFor={filterId}>
            {t('form.filter')}
          </label>
          <input
            id={filterId}
            type="search"
            className="input"
            placeholder={t('form.filter')}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
        </div>
      )}
      <div className="check-list">
        {shown.map(({ value, note, label = value }) => (
          <label key={value} className="choice">
            <input
              type="checkbox"
              checked={selected.includes(value)}
              onChange={() => toggle(value)}
            />
            <span>
              {label}
              {note !== null && <span className="field-hint choice-description">{note}</span>}
            </span>
          </label>
        ))}
      </div>
      {shown.length === 0 && (
        <p className="field-hint">{t(options.length === 0 ? 'form.noOptions' : 'form.noMatch')}</p>
      )}
    </fieldset>
  );
}

const nameOf = ({ value, label = value }: CheckOption): string => label;
