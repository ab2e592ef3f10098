import { lazy } from 'react';

import { LazyPart } from '../shared/components/LazyPart';
import { Message } from '../shared/components/Message';
import { TabBar } from '../shared/components/TabBar';
import { usePanel } from '../shared/panel';
import { usePanelLocation } from '../shared/routing/use-panel-location';
import { useTexts } from '../shared/texts/use-texts';
import { MeasurementTab } from './MeasurementTab';
import { SettingsSkeleton } from './SettingsSkeleton';
import { pathOf, SETTINGS_TABS, tabOf } from './tabs';

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
  if (routing === null) {
    return (
      <main className="page">
        <div role="status" aria-label={t('common.loading')}>
          <SettingsSkeleton />
        </div>
      </main>
    );
  }
  const tab = tabOf(routing.location.pathname);
  return (
    <main className="page">
      <h1 className="page-title">
        {t(tab === 'measurement' ? 'settings.title' : 'policy.title', { desk: projectKey })}
      </h1>
      <TabBar
        label={t('policy.tabs')}
        tabs={SETTINGS_TABS.map((key) => ({ key, name: t(`policy.tab.${key}`) }))}
        current={tab}
        onChoose={(next) => routing.goTo(pathOf(next))}
      />
      {tab === 'measurement' ? (
        <MeasurementTab project={projectKey} />
      ) : (
        <LazyPart skeleton={<SettingsSkeleton />}>
          <HandOffTab project={projectKey} />
        </LazyPart>
      )}
    </main>
  );
}
