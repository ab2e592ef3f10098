import Tabs, { Tab, TabList, TabPanel } from '@atlaskit/tabs';

import type { Administration } from '../../src/contract';
import type { Routing } from '../shared/routing/use-panel-location';
import { usePanel } from '../shared/panel';
import { usePanelQuery } from '../shared/use-panel-query';
import { ActorsTab } from './ActorsTab';
import { CostTab } from './CostTab';
import { DesksTab } from './DesksTab';
import { ExportTab } from './ExportTab';
import { Health } from './Health';
import { JobsTab } from './JobsTab';
import { prepareHealth } from './prepare-health';
import { prepareTodos } from './prepare-todos';
import { ServiceNowGate } from './ServiceNowGate';
import { TelemetryGate } from './TelemetryGate';
import { ADMIN_TABS, pathOf, tabOf, type AdminTab } from './tabs';
import { useProgressSamples } from './use-progress-samples';

interface AdminContentProps {
  readonly administration: Administration;
  readonly routing: Routing;
}

export function AdminContent({ administration, routing }: AdminContentProps) {
  const { client, formats } = usePanel();
  const { t } = formats;
  const samples = useProgressSamples(administration);
  const query = usePanelQuery(['telemetry'], () => client.readTelemetryStatus({}));
  const telemetry = query.status === 'ready' ? query.data : null;
  const serviceNowQuery = usePanelQuery(['servicenow'], () => client.readServiceNow({}));
  const serviceNow = serviceNowQuery.status === 'ready' ? serviceNowQuery.data : null;
  const current = tabOf(routing.location.pathname);
  const open = (tab: AdminTab): void => routing.goTo(pathOf(tab));
  const shown: Readonly<Record<AdminTab, React.ReactNode>> = {
    desks: <DesksTab administration={administration} samples={samples} />,
    servicenow: (
      <ServiceNowGate administration={administration} query={serviceNowQuery} samples={samples} />
    ),
    actors: <ActorsTab administration={administration} />,
    telemetry: <TelemetryGate administration={administration} query={query} onOpen={open} />,
    jobs: <JobsTab administration={administration} />,
    cost: <CostTab administration={administration} />,
    export: <ExportTab administration={administration} />,
  };

  return (
    <>
      <Health
        health={prepareHealth(administration, { telemetry, serviceNow, samples }, formats)}
        todos={prepareTodos(administration, { telemetry, serviceNow }, formats)}
        onOpen={open}
      />
      <div className="admin-tabs">
        <Tabs
          id="administration"
          selected={ADMIN_TABS.indexOf(current)}
          shouldUnmountTabPanelOnChange
          onChange={(index) => open(ADMIN_TABS[index] ?? 'desks')}
        >
          <TabList>
            {ADMIN_TABS.map((tab) => (
              <Tab key={tab}>{t(`admin.tab.${tab}`)}</Tab>
            ))}
          </TabList>
          {ADMIN_TABS.map((tab) => (
            <TabPanel key={tab}>
              <div className="admin-panel">{shown[tab]}</div>
            </TabPanel>
          ))}
        </Tabs>
      </div>
    </>
  );
}
