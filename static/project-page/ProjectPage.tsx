import { Message } from '../shared/components/Message';
import { usePanel } from '../shared/panel';
import { usePanelLocation } from '../shared/routing/use-panel-location';
import { useTexts } from '../shared/texts/use-texts';
import { DeskReport } from './DeskReport';
import { TabSkeleton } from './components/TabSkeleton';

/** A desk's figures for the one who answers for them. */
export function ProjectPage() {
  const { context } = usePanel();
  const t = useTexts();
  const routing = usePanelLocation();
  const { projectKey } = context;
  if (projectKey === null) return <Message {...t.message('report.noProject')} />;
  return (
    <main className="page">
      <h1 className="page-title">{t('report.title', { desk: projectKey })}</h1>
      {routing === null ? (
        <div role="status" aria-label={t('common.loading')}>
          <TabSkeleton shape="cards" />
        </div>
      ) : (
        <DeskReport project={projectKey} {...routing} />
      )}
    </main>
  );
}
