import Button from '@atlaskit/button/new';
import { useId, useState } from 'react';

import { Field } from '../shared/form/Field';
import { usePanel } from '../shared/panel';
import { isDay } from './validate-calendar';

interface HolidayListProps {
  /** `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
  readonly onChange: (holidays: readonly string[]) => void;
}

/** Days on which nobody works, in order. */
export function HolidayList({ holidays, onChange }: HolidayListProps) {
  const { formats } = usePanel();
  const { t, date } = formats;
  const id = useId();
  const [day, setDay] = useState('');
  const add = (): void => {
    if (!isDay(day)) return;
    onChange([...new Set([...holidays, day])].sort());
    setDay('');
  };
  return (
    <>
      <div className="add-row">
        <Field id={id} label={t('settings.holidays.day')}>
          <input
            id={id}
            type="date"
            className="input"
            value={day}
            onChange={(event) => setDay(event.target.value)}
            onKeyDown={({ key }) => {
              if (key === 'Enter') add();
            }}
          />
        </Field>
        <Button isDisabled={!isDay(day)} onClick={add}>
          {t('settings.holidays.add')}
        </Button>
      </div>
      <ul className="holidays">
        {holidays.map((holiday) => (
          <li key={holiday} className="holiday">
            {date(holiday)}
            <button
              type="button"
              className="icon-button"
              aria-label={t('settings.holidays.remove', { day: date(holiday) })}
              onClick={() => onChange(holidays.filter((each) => each !== holiday))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
