import { lazy } from 'react';

import { LazyPart } from '../shared/components/LazyPart';
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
  return (
    <LazyPart key={place.tab} skeleton={<TabSkeleton shape={SHAPES[place.tab]} />}>
      {tabOf(place)}
    </LazyPart>
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
