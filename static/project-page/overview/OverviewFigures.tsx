import { lazy, Suspense } from 'react';
import Skeleton from '@atlaskit/skeleton';

import type { CohortName } from '../../../src/contract';
import { KpiCard } from '../../shared/components/KpiCard';
import { useTexts } from '../../shared/texts/use-texts';
import { usePlace } from '../place/use-place';
import { FlowSection } from './FlowSection';
import { OutcomeLinks } from './OutcomeLinks';
import type { OverviewFigures as Figures } from './prepare-overview';

const MeasureChart = lazy(async () => ({
  default: (await import('../../shared/charts/MeasureChart')).MeasureChart,
}));

export function OverviewFigures({ figures }: { readonly figures: Figures }) {
  const t = useTexts();
  const { goTo } = usePlace();
  const { summary, rates, times, flow, outcomes, provisional, trend, ticketsOf } = figures;
  const open = (cohort: CohortName): void => goTo(ticketsOf(cohort));
  return (
    <>
      <p className="summary">{summary.sentence}</p>
      {summary.changes !== null && <p className="summary-changes">{summary.changes}</p>}
      <section aria-labelledby="results">
        <h2 id="results" className="visually-hidden">
          {t('queue.results')}
        </h2>
        <div className="grid grid-rates">
          {rates.map((card) => (
            <KpiCard key={card.id} card={card} size="medium" onOpen={open} />
          ))}
        </div>
        <div className="grid grid-times">
          {times.map((card) => (
            <KpiCard key={card.id} card={card} size="medium" onOpen={open} />
          ))}
        </div>
        {provisional !== null && (
          <p className="provisional">
            {provisional.words}{' '}
            <button
              type="button"
              className="link-button"
              data-count="provisional"
              onClick={() => goTo(provisional.tickets)}
            >
              {t('report.listThem')}
            </button>
          </p>
        )}
      </section>
      <FlowSection flow={flow} />
      <div className="columns">
        <section aria-labelledby="course">
          <h2 id="course" className="section-title">
            {t('trend.title')}
          </h2>
          {trend === null ? (
            <p className="muted">{t('trend.empty')}</p>
          ) : (
            <Suspense fallback={<Skeleton width="100%" height="240px" isShimmering />}>
              <MeasureChart view={trend} />
            </Suspense>
          )}
        </section>
        <OutcomeLinks outcomes={outcomes} />
      </div>
    </>
  );
}
