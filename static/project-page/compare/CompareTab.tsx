import type { PeriodComparison } from '../../../src/contract';
import { Message } from '../../shared/components/Message';
import { QueryGate } from '../../shared/components/QueryGate';
import { usePanel } from '../../shared/panel';
import { usePanelQuery } from '../../shared/use-panel-query';
import { SegmentedChoice } from '../../shared/components/SegmentedChoice';
import { FrameFacts } from '../components/FrameFacts';
import { TabSkeleton } from '../components/TabSkeleton';
import type { ComparePlace } from '../place/place';
import { usePlace } from '../place/use-place';
import { deskToday, prepareFrame } from '../prepare-frame';
import { CompareTable } from './CompareTable';
import { DefinitionPreset } from './DefinitionPreset';
import { PeriodsForm } from './PeriodsForm';
import { prepareCompare } from './prepare-compare';
import { lastDays, periodsOf, PRESET_DAYS, presetOf, type TwoPeriods } from './presets';

/** Two periods side by side, and what clearly changed between them. */
export function CompareTab({ place: { periods } }: { readonly place: ComparePlace }) {
  const { client } = usePanel();
  const { project } = usePlace();
  const query = usePanelQuery(['compare', project, periods], () =>
    client.comparePeriods({ project, periods }),
  );
  return (
    <QueryGate query={query} subject="desk" skeleton={<TabSkeleton shape="table" />}>
      {(comparison) => (
        <Comparison comparison={comparison} periods={periods ?? periodsOf(comparison)} />
      )}
    </QueryGate>
  );
}

interface ComparisonProps {
  readonly comparison: PeriodComparison;
  readonly periods: TwoPeriods;
}

function Comparison({ comparison, periods }: ComparisonProps) {
  const { formats } = usePanel();
  const { goTo } = usePlace();
  const { t } = formats;
  const today = deskToday(comparison);
  const choose = (to: TwoPeriods): void => goTo({ tab: 'compare', periods: to });
  const view = prepareCompare(comparison, formats);
  const hasTickets = comparison.earlier.score.episodes > 0 || comparison.later.score.episodes > 0;
  return (
    <>
      <div className="controls">
        <SegmentedChoice
          legend={t('report.compare.presets')}
          choices={PRESET_DAYS.map((value) => ({
            value,
            label: t.plural('report.compare.preset', value),
          }))}
          value={presetOf(periods, today)}
          onChange={(days) => choose(lastDays(today, days))}
        />
        <DefinitionPreset onChoose={choose} />
      </div>
      <PeriodsForm
        key={JSON.stringify(periods)}
        periods={periods}
        today={today}
        onChoose={choose}
      />
      <FrameFacts
        frame={prepareFrame(comparison, comparison.earlier.fromDay, formats)}
        range={null}
      />
      <h2 className="section-title">{t('report.compare.title')}</h2>
      {hasTickets ? (
        <>
          <p className="summary">{view.sentence}</p>
          <CompareTable view={view} />
        </>
      ) : (
        <Message {...t.message('report.compare.empty')} />
      )}
    </>
  );
}
