import { TREND_DAYS } from '../../../src/contract/catalogue';
import { SelectField } from '../../shared/form/SelectField';
import { usePanel } from '../../shared/panel';
import { measureTitle } from '../../shared/prepare/measure-points';
import { MEASURES } from '../../shared/prepare/measures';
import { SegmentedChoice } from '../../shared/components/SegmentedChoice';
import type { TrendsPlace } from '../place/place';
import { usePlace } from '../place/use-place';

const STEPS = ['day', 'week'] as const;

export function TrendControls({ place }: { readonly place: TrendsPlace }) {
  const { formats } = usePanel();
  const { goTo } = usePlace();
  const { t } = formats;
  return (
    <div className="controls">
      <SelectField
        label={t('report.trends.measure')}
        value={place.measure}
        options={MEASURES.map((value) => ({ value, label: measureTitle(value, formats) }))}
        onChange={(value) => {
          const measure = MEASURES.find((each) => each === value) ?? place.measure;
          goTo({ ...place, measure });
        }}
      />
      <SegmentedChoice
        legend={t('report.trends.step')}
        choices={STEPS.map((by) => ({ value: by, label: t(`report.trends.by.${by}`) }))}
        value={place.by}
        onChange={(by) => goTo({ ...place, by })}
      />
      <SegmentedChoice
        legend={t('common.period')}
        choices={TREND_DAYS.map((days) => ({
          value: days,
          label: t.plural('common.periodDays', days),
        }))}
        value={place.days}
        onChange={(days) => goTo({ ...place, days })}
      />
    </div>
  );
}
