import { lazy, useMemo } from 'react';

import { LazyPart } from '../shared/components/LazyPart';
import { TabSkeleton } from '../project-page/components/TabSkeleton';
import { usePanelLocation } from '../shared/routing/use-panel-location';
import { useTexts } from '../shared/texts/use-texts';
import { ComparisonPage } from './comparison/ComparisonPage';
import { parseGlobalPlace } from './place';

// People come to compare; a desk of its own is loaded when somebody goes there.
const DeskPage = lazy(async () => ({ default: (await import('./desk/DeskPage')).DeskPage }));

/** All desks beside each other, and those of ServiceNow each for itself. */
export function GlobalPage() {
  const routing = usePanelLocation();
  const t = useTexts();
  const location = routing?.location ?? null;
  const place = useMemo(() => (location === null ? null : parseGlobalPlace(location)), [location]);
  const skeleton = <TabSkeleton shape="table" />;
  return (
    <main className="page">
      {routing === null || place === null ? (
        <div role="status" aria-label={t('common.loading')}>
          {skeleton}
        </div>
      ) : place.page === 'comparison' ? (
        <ComparisonPage place={place} goTo={routing.goTo} />
      ) : (
        <LazyPart skeleton={skeleton}>
          <DeskPage key={place.deskKey} place={place} goTo={routing.goTo} />
        </LazyPart>
      )}
    </main>
  );
}
