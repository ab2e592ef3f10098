import Skeleton from '@atlaskit/skeleton';

import type { TicketRecord } from '../../../src/contract';
import type { Sight } from '../jira/issues-read';
import type { JiraIssue } from '../jira/read-issues';
import { usePanel } from '../panel';
import { RecordLinks } from './RecordLinks';

interface TicketCellProps {
  readonly row: {
    readonly issueId: string;
    readonly sight: Sight;
    /** null unless visible. */
    readonly issue: JiraIssue | null;
    /** Of a ticket in ServiceNow, which Jira is not asked for. */
    readonly record?: TicketRecord | null;
    /** "episode 2"; null for a ticket's first, and where it does not matter. */
    readonly episode: string | null;
  };
}

/** Key and summary as Jira shows them to the viewer, or that it does not; of ServiceNow the number. */
export function TicketCell({ row }: TicketCellProps) {
  const { host, formats } = usePanel();
  const { sight, issue, issueId, episode, record = null } = row;
  const { t } = formats;
  return (
    <span className="ticket">
      {record !== null && (
        <span className="record">
          <RecordLinks issue={issueId} record={record} />
        </span>
      )}
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
      {sight === 'loading' && (
        <>
          <span className="visually-hidden ticket-loading">{t('common.loading')}</span>
          <Skeleton width="12rem" height="16px" isShimmering />
        </>
      )}
      {sight === 'hidden' && <em className="muted">{t('report.list.hiddenTicket')}</em>}
      {sight === 'unread' && (
        <span className="muted">{t('report.list.unreadTicket', { id: issueId })}</span>
      )}
      {episode !== null && <span className="muted">{episode}</span>}
    </span>
  );
}
