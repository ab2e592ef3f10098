import { QueryGate } from '../../shared/components/QueryGate';
import { usePanel } from '../../shared/panel';
import { usePanelQuery } from '../../shared/use-panel-query';
import { AdminSkeleton } from '../AdminSkeleton';
import { FeedbackActions } from './FeedbackActions';

/** While an export is being prepared, its lines are counted before one's eyes. */
const POLL_MS = 5_000;

/** Labelled outcomes, for retraining the agents. */
export function FeedbackExport({ asOf }: { readonly asOf: string }) {
  const { client, formats } = usePanel();
  const { t } = formats;
  const query = usePanelQuery(['feedback-export'], () => client.readFeedbackExport({}), {
    pollMs: POLL_MS,
  });
  return (
    <section className="admin-stack" aria-labelledby="feedback-title">
      <h2 id="feedback-title" className="section-title">
        {t('admin.feedback.title')}
      </h2>
      <p>{t('admin.feedback.lead')}</p>
      <p className="muted">{t('admin.feedback.contents')}</p>
      <QueryGate query={query} subject="administration" skeleton={<AdminSkeleton />}>
        {(state) => <FeedbackActions state={state} asOf={asOf} />}
      </QueryGate>
    </section>
  );
}
