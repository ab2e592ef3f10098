import { PERIOD_DAYS, type PeriodDays } from '../../../src/contract/catalogue';
import { periodLabel } from '../prepare/period-label';
import { useTexts } from '../texts/use-texts';
import { SegmentedChoice } from './SegmentedChoice';

interface PeriodSwitchProps {
  readonly value: PeriodDays;
  readonly onChange: (days: PeriodDays) => void;
}

/** Today, or the last 7, 30 or 90 days. */
export function PeriodSwitch({ value, onChange }: PeriodSwitchProps) {
  const t = useTexts();
  return (
    <SegmentedChoice
      legend={t('common.period')}
      value={String(value)}
      choices={PERIOD_DAYS.map((days) => ({ value: String(days), label: periodLabel(days, t) }))}
      onChange={(chosen) => onChange(PERIOD_DAYS.find((days) => String(days) === chosen) ?? value)}
    />
  );
}
