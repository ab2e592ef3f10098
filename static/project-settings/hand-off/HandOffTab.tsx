import { QueryGate } from '../../shared/components/QueryGate';
import { usePanel } from '../../shared/panel';
import { usePanelQuery } from '../../shared/use-panel-query';
import { SettingsSkeleton } from '../SettingsSkeleton';
import { HandOffDesk } from './HandOffDesk';

/** When does this desk's AI hand off, and to whom? */
export function HandOffTab({ project }: { readonly project: string }) {
  const { client } = usePanel();
  const query = usePanelQuery(['escalation-policy', project], () =>
    client.readEscalationPolicy({ project }),
  );
  return (
    <QueryGate query={query} subject="settings" skeleton={<SettingsSkeleton />}>
      {(desk) => <HandOffDesk desk={desk} />}
    </QueryGate>
  );
}
