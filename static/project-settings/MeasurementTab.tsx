import { QueryGate } from '../shared/components/QueryGate';
import { usePanel } from '../shared/panel';
import { usePanelQuery } from '../shared/use-panel-query';
import { SettingsDesk } from './SettingsDesk';
import { SettingsSkeleton } from './SettingsSkeleton';

/** What is this desk measured by, and what would another definition change? */
export function MeasurementTab({ project }: { readonly project: string }) {
  const { client } = usePanel();
  const query = usePanelQuery(['settings', project], () => client.readDeskSettings({ project }));
  return (
    <QueryGate query={query} subject="settings" skeleton={<SettingsSkeleton />}>
      {(desk) => <SettingsDesk desk={desk} />}
    </QueryGate>
  );
}
