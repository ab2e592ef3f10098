import { PERIOD_DAYS, type PeriodDays } from '../../src/contract/catalogue';
import { useTexts } from '../shared/texts/use-texts';

interface PeriodSwitchProps {
  readonly value: PeriodDays;
  readonly onChange: (days: PeriodDays) => void;
}

/** Radio buttons that look like one switch: arrow keys move between the periods. */
export function PeriodSwitch({ value, onChange }: PeriodSwitchProps) {
  const t = useTexts();
  return (
    <fieldset className="period-switch">
      <legend className="visually-hidden">{t('common.period')}</legend>
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
          <span className="period-label">{t.plural('common.periodDays', days)}</span>
        </label>
      ))}
    </fieldset>
  );
}
