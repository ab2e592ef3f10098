import type { AttentionTicket } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';
import { sightOf, type IssuesRead } from '../../shared/jira/issues-read';
import type { JiraIssue } from '../../shared/jira/read-issues';
import { attentionWhy } from './attention-why';
import { ticketKey } from './hold-tickets';

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
  const hiddenCount = tickets.filter(({ issueId }) => sightOf(read, issueId) === 'hidden').length;
  return {
    rows: tickets.map((ticket) => {
      const at = ticket.decidedAt ?? ticket.resolvedAt;
      const sight = sightOf(read, ticket.issueId);
      const isHidden = sight === 'hidden';
      return {
        key: ticketKey(ticket),
        issue: read.issues.get(ticket.issueId) ?? null,
        isLoading: sight === 'loading',
        instead: isHidden ? t('queue.attention.hidden') : null,
        why: isHidden ? null : attentionWhy(ticket, Date.parse(asOf), formats),
        exact: isHidden || at === null ? null : exactTime(at),
      };
    }),
    hidden: hiddenCount === 0 ? null : t.plural('queue.attention.hiddenCount', hiddenCount),
  };
}
