import Skeleton from '@atlaskit/skeleton';

import { usePanel } from '../../shared/panel';
import type { TicketRowView } from './prepare-ticket-rows';

/** Key and summary as Jira shows them to the viewer, or that it does not. */
export function TicketCell({ row }: { readonly row: TicketRowView }) {
  const { host, formats } = usePanel();
  const { sight, issue, issueId, episode } = row;
  const { t } = formats;
  return (
    <span className="ticket">
      {issue !== null && (
        <>
          <button
            type="button"
            className="link-button"
            onClick={() => void host.navigate({ target: 'issue', issueKey: issue.key })}
          >
            {issue.key}
          </button>
          <span className="ticket-summary">{issue.summary}</span>
        </>
      )}
      {sight === 'loading' && <Skeleton width="12rem" height="16px" isShimmering />}
      {sight === 'hidden' && <em className="muted">{t('report.list.hiddenTicket')}</em>}
      {sight === 'unread' && (
        <span className="muted">{t('report.list.unreadTicket', { id: issueId })}</span>
      )}
      {episode !== null && <span className="muted">{episode}</span>}
    </span>
  );
}
