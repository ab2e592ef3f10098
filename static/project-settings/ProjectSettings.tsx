import { lazy, Suspense } from 'react';

import { ErrorBoundary } from '../shared/components/ErrorBoundary';
import { Message } from '../shared/components/Message';
import { usePanel } from '../shared/panel';
import { usePanelLocation } from '../shared/routing/use-panel-location';
import { useTexts } from '../shared/texts/use-texts';
import { MeasurementTab } from './MeasurementTab';
import { SettingsSkeleton } from './SettingsSkeleton';
import { SettingsTabs } from './SettingsTabs';
import { pathOf, tabOf } from './tabs';

const HandOffTab = lazy(async () => ({
  default: (await import('./hand-off/HandOffTab')).HandOffTab,
}));

/** What is this desk measured by, and when does its AI hand off? */
export function ProjectSettings() {
  const { context } = usePanel();
  const t = useTexts();
  const routing = usePanelLocation();
  const { projectKey } = context;
  if (projectKey === null) return <Message {...t.message('settings.noProject')} />;
  const loading = (
    <div role="status" aria-label={t('common.loading')}>
      <SettingsSkeleton />
    </div>
  );
  if (routing === null) return <main className="page">{loading}</main>;
  const tab = tabOf(routing.location.pathname);
  return (
    <main className="page">
      <h1 className="page-title">
        {t(tab === 'measurement' ? 'settings.title' : 'policy.title', { desk: projectKey })}
      </h1>
      <SettingsTabs current={tab} onChoose={(next) => routing.goTo(pathOf(next))} />
      {tab === 'measurement' ? (
        <MeasurementTab project={projectKey} />
      ) : (
        <ErrorBoundary
          fallback={() => (
            <Message
              {...t.message('failure.notDrawn')}
              isFailure
              // A part of the page that did not load is only asked for again by loading the page.
              retry={{ label: t('common.retry'), run: () => location.reload() }}
            />
          )}
        >
          <Suspense fallback={loading}>
            <HandOffTab project={projectKey} />
          </Suspense>
        </ErrorBoundary>
      )}
    </main>
  );
}
