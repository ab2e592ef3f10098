import { lazy, Suspense } from 'react';

import { ErrorBoundary } from '../shared/components/ErrorBoundary';
import { Message } from '../shared/components/Message';
import { useTexts } from '../shared/texts/use-texts';
import { OverviewTab } from './overview/OverviewTab';
import type { Place, TabName } from './place/place';
import { TabSkeleton } from './components/TabSkeleton';

// The overview is what people come for; the rest is loaded when somebody goes there.
const TrendsTab = lazy(async () => ({ default: (await import('./trends/TrendsTab')).TrendsTab }));
const BreakdownTab = lazy(async () => ({
  default: (await import('./breakdown/BreakdownTab')).BreakdownTab,
}));
const TicketsTab = lazy(async () => ({
  default: (await import('./tickets/TicketsTab')).TicketsTab,
}));
const CompareTab = lazy(async () => ({
  default: (await import('./compare/CompareTab')).CompareTab,
}));

const SHAPES: Readonly<Record<TabName, 'cards' | 'chart' | 'table'>> = {
  overview: 'cards',
  trends: 'chart',
  breakdown: 'table',
  tickets: 'table',
  compare: 'table',
};

export function TabContent({ place }: { readonly place: Place }) {
  const t = useTexts();
  const loading = (
    <div role="status" aria-label={t('common.loading')}>
      <TabSkeleton shape={SHAPES[place.tab]} />
    </div>
  );
  return (
    <ErrorBoundary
      key={place.tab}
      fallback={() => (
        <Message
          {...t.message('failure.notDrawn')}
          isFailure
          // A part of the page that did not load is only asked for again by loading the page.
          retry={{ label: t('common.retry'), run: () => location.reload() }}
        />
      )}
    >
      <Suspense fallback={loading}>{tabOf(place)}</Suspense>
    </ErrorBoundary>
  );
}

function tabOf(place: Place) {
  switch (place.tab) {
    case 'overview':
      return <OverviewTab place={place} />;
    case 'trends':
      return <TrendsTab place={place} />;
    case 'breakdown':
      return <BreakdownTab place={place} />;
    case 'tickets':
      return <TicketsTab place={place} />;
    case 'compare':
      return <CompareTab place={place} />;
  }
}
