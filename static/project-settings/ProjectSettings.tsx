import { Message } from '../shared/components/Message';
import { usePanel } from '../shared/panel';
import { usePanelLocation } from '../shared/routing/use-panel-location';
import { useTexts } from '../shared/texts/use-texts';
import { SettingsSkeleton } from './SettingsSkeleton';
import { SettingsTabs } from './SettingsTabs';

/** What is this desk measured by, and when does its AI hand off? */
export function ProjectSettings() {
  const { context } = usePanel();
  const t = useTexts();
  const routing = usePanelLocation();
  const { projectKey } = context;
  if (projectKey === null) return <Message {...t.message('settings.noProject')} />;
  return (
    <main className="page">
      {routing === null ? (
        <div role="status" aria-label={t('common.loading')}>
          <SettingsSkeleton />
        </div>
      ) : (
        <SettingsTabs project={projectKey} name={projectKey} {...routing} />
      )}
    </main>
  );
}
