import { useEffect, useMemo, useRef } from 'react';

import { TabBar } from '../shared/components/TabBar';
import type { Routing } from '../shared/routing/use-panel-location';
import { useTexts } from '../shared/texts/use-texts';
import { parsePlace } from './place/parse-place';
import { pathOf } from './place/path-of';
import { TABS, type Place, type TabName } from './place/place';
import { PlaceProvider } from './place/use-place';
import { TabContent } from './TabContent';

interface DeskReportProps extends Routing {
  readonly project: string;
}

/** The tabs of the report. Each is come back to as it was left. */
export function DeskReport({ project, location, goTo }: DeskReportProps) {
  const t = useTexts();
  const place = useMemo(() => parsePlace(location), [location]);
  const left = useRef<Partial<Record<TabName, Place>>>({});
  const content = useRef<HTMLDivElement>(null);
  const { tab } = place;

  useEffect(() => {
    left.current[tab] = place;
  }, [tab, place]);
  useEffect(() => {
    // What was clicked went away with its tab: without this, the keyboard starts at the top again.
    const { activeElement, body } = document;
    if (activeElement === null || activeElement === body) content.current?.focus();
  }, [tab]);

  const context = useMemo(
    () => ({
      project,
      goTo: (to: Place, how?: 'push' | 'replace') => goTo(pathOf(to), how),
    }),
    [project, goTo],
  );
  const choose = (to: TabName): void => {
    const start = parsePlace({ pathname: to === 'overview' ? '/' : `/${to}`, search: '' });
    context.goTo(left.current[to] ?? start);
  };
  return (
    <PlaceProvider.Provider value={context}>
      <TabBar
        label={t('report.tabs')}
        tabs={TABS.map((key) => ({ key, name: t(`report.tab.${key}`) }))}
        current={tab}
        onChoose={choose}
      />
      <div ref={content} className="tab-content" tabIndex={-1}>
        <TabContent place={place} />
      </div>
    </PlaceProvider.Provider>
  );
}
