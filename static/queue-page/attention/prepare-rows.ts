import type { AttentionTicket } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';
import type { JiraIssue } from '../../shared/jira/read-issues';
import { attentionWhy } from './attention-why';
import { ticketKey } from './hold-tickets';

/** What Jira told the viewer of the tickets shown; `failed` when it did not answer. */
export type IssuesRead =
  | { readonly status: 'loading' | 'failed' }
  | { readonly status: 'read'; readonly issues: ReadonlyMap<string, JiraIssue> };

export interface RowView {
  readonly key: string;
  /** null while it is read, when it could not be, and for a hidden ticket. */
  readonly issue: JiraIssue | null;
  readonly isLoading: boolean;
  /** Stands in place of key and summary; null for a ticket that the viewer may see. */
  readonly instead: string | null;
  /** Why it is here; null for a hidden ticket. */
  readonly why: string | null;
  /** Exact time of what `why` tells, for hovering. */
  readonly exact: string | null;
}

export interface RowsView {
  readonly rows: readonly RowView[];
  /** How many of the rows the viewer may not see in Jira; null without any. */
  readonly hidden: string | null;
}

export function prepareRows(
  tickets: readonly AttentionTicket[],
  read: IssuesRead,
  asOf: string,
  formats: Formats,
): RowsView {
  const { t, exactTime } = formats;
  const isHidden = ({ issueId }: AttentionTicket): boolean =>
    read.status === 'read' && !read.issues.has(issueId);
  const hiddenCount = tickets.filter(isHidden).length;
  return {
    rows: tickets.map((ticket) => {
      const at = ticket.decidedAt ?? ticket.resolvedAt;
      const hides = isHidden(ticket);
      return {
        key: ticketKey(ticket),
        issue: read.status === 'read' ? (read.issues.get(ticket.issueId) ?? null) : null,
        isLoading: read.status === 'loading',
        instead: hides ? t('queue.attention.hidden') : null,
        why: hides ? null : attentionWhy(ticket, Date.parse(asOf), formats),
        exact: hides || at === null ? null : exactTime(at),
      };
    }),
    hidden: hiddenCount === 0 ? null : t.plural('queue.attention.hiddenCount', hiddenCount),
  };
}
