import { PERIOD_DAYS, type PeriodDays } from '../../src/contract/catalogue';
import { usePanel } from '../shared/panel';
import { TEXTS } from '../shared/texts';

interface PeriodSwitchProps {
  readonly value: PeriodDays;
  readonly onChange: (days: PeriodDays) => void;
}

/** Radio buttons that look like one switch: arrow keys move between the periods. */
export function PeriodSwitch({ value, onChange }: PeriodSwitchProps) {
  const { formats } = usePanel();
  return (
    <fieldset className="period-switch">
      <legend className="visually-hidden">{TEXTS.period}</legend>
      {PERIOD_DAYS.map((days) => (
        <label key={days} className="period-option">
          <input
            type="radio"
            name="period"
            className="visually-hidden"
            value={days}
            checked={days === value}
            onChange={() => onChange(days)}
          />
          <span className="period-label">{TEXTS.periodDays(formats.count(days))}</span>
        </label>
      ))}
    </fieldset>
  );
}
