import { lazy } from 'react';

import { LazyPart } from '../shared/components/LazyPart';
import { TabBar } from '../shared/components/TabBar';
import type { Routing } from '../shared/routing/use-panel-location';
import { useTexts } from '../shared/texts/use-texts';
import { MeasurementTab } from './MeasurementTab';
import { SettingsSkeleton } from './SettingsSkeleton';
import { pathOf, SETTINGS_TABS, tabOf } from './tabs';

const HandOffTab = lazy(async () => ({
  default: (await import('./hand-off/HandOffTab')).HandOffTab,
}));

export interface SettingsTabsProps extends Routing {
  /** As calls name the desk. */
  readonly project: string;
  /** As people do. */
  readonly name: string;
}

/** Both parts of a desk's settings, each at a path of its own. */
export function SettingsTabs({ project, name, location, goTo }: SettingsTabsProps) {
  const t = useTexts();
  const tab = tabOf(location.pathname);
  return (
    <>
      <h1 className="page-title">
        {t(tab === 'measurement' ? 'settings.title' : 'policy.title', { desk: name })}
      </h1>
      <TabBar
        label={t('policy.tabs')}
        tabs={SETTINGS_TABS.map((key) => ({ key, name: t(`policy.tab.${key}`) }))}
        current={tab}
        onChoose={(next) => goTo(pathOf(next))}
      />
      {tab === 'measurement' ? (
        <MeasurementTab project={project} />
      ) : (
        <LazyPart skeleton={<SettingsSkeleton />}>
          <HandOffTab project={project} />
        </LazyPart>
      )}
    </>
  );
}
