import { Message } from '../shared/components/Message';
import { QueryGate } from '../shared/components/QueryGate';
import { usePanel } from '../shared/panel';
import { useTexts } from '../shared/texts/use-texts';
import { usePanelQuery } from '../shared/use-panel-query';
import { SettingsDesk } from './SettingsDesk';
import { SettingsSkeleton } from './SettingsSkeleton';

/** What is this desk measured by, and what would another definition change? */
export function ProjectSettings() {
  const { context } = usePanel();
  const t = useTexts();
  if (context.projectKey === null) return <Message {...t.message('settings.noProject')} />;
  return <Loaded project={context.projectKey} />;
}

function Loaded({ project }: { readonly project: string }) {
  const { client } = usePanel();
  const t = useTexts();
  const query = usePanelQuery(['settings', project], () => client.readDeskSettings({ project }));
  return (
    <main className="page">
      <h1 className="page-title">{t('settings.title', { desk: project })}</h1>
      <QueryGate query={query} subject="settings" skeleton={<SettingsSkeleton />}>
        {(desk) => <SettingsDesk desk={desk} />}
      </QueryGate>
    </main>
  );
}
