import { PERIOD_DAYS, type PeriodDays } from '../../../src/contract/catalogue';
import { periodLabel } from '../prepare/period-label';
import { useTexts } from '../texts/use-texts';
import { SegmentedChoice } from './SegmentedChoice';

interface PeriodSwitchProps {
  /** null: another period. */
  readonly value: PeriodDays | null;
  readonly onChange: (days: PeriodDays) => void;
}

/** Today, or the last 7, 30 or 90 days. */
export function PeriodSwitch({ value, onChange }: PeriodSwitchProps) {
  const t = useTexts();
  return (
    <SegmentedChoice
      legend={t('common.period')}
      value={value}
      choices={PERIOD_DAYS.map((days) => ({ value: days, label: periodLabel(days, t) }))}
      onChange={onChange}
    />
  );
}
