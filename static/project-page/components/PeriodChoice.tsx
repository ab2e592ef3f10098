import { PERIOD_DAYS, type PeriodDays } from '../../../src/contract/catalogue';
import { periodLabel } from '../../shared/prepare/period-label';
import { useTexts } from '../../shared/texts/use-texts';
import { ChoiceSwitch } from './ChoiceSwitch';

interface PeriodChoiceProps {
  readonly value: PeriodDays;
  readonly onChange: (days: PeriodDays) => void;
}

export function PeriodChoice({ value, onChange }: PeriodChoiceProps) {
  const t = useTexts();
  return (
    <ChoiceSwitch
      legend={t('common.period')}
      choices={PERIOD_DAYS.map((days) => ({
        value: days,
        label: periodLabel(days, t),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
