import type { ListedEpisode, TicketRecord } from '../../../src/contract';
import { NO_VALUE } from '../../shared/format/number-format';
import type { Formats } from '../../shared/format/formats';
import { sightOf, type IssuesRead, type Sight } from '../../shared/jira/issues-read';
import type { JiraIssue } from '../../shared/jira/read-issues';
import { outcomeLook, type LozengeView } from '../../shared/prepare/outcome-look';

/** A time as it is shown, and exactly for hovering. */
export interface TimeCell {
  readonly text: string;
  readonly exact: string | null;
}

export interface TicketRowView {
  readonly key: string;
  readonly issueId: string;
  readonly sight: Sight;
  /** null unless visible. */
  readonly issue: JiraIssue | null;
  /** null for an issue of Jira. */
  readonly record: TicketRecord | null;
  /** "episode 2"; null for a ticket's first. */
  readonly episode: string | null;
  readonly outcome: LozengeView;
  readonly note: string | null;
  readonly decidedAt: TimeCell;
  readonly openedAt: TimeCell;
  readonly resolvedAt: TimeCell;
  readonly timeToResolve: TimeCell;
  readonly requestType: string;
  readonly priority: string;
  readonly agent: string;
  readonly confidence: string;
}

export const prepareTicketRows = (
  rows: readonly ListedEpisode[],
  read: IssuesRead,
  formats: Formats,
): readonly TicketRowView[] => rows.map((row) => rowOf(row, read, formats));

function rowOf(row: ListedEpisode, read: IssuesRead, formats: Formats): TicketRowView {
  const { t, exactDuration, duration, confidence } = formats;
  const time = (iso: string | null): TimeCell =>
    iso === null
      ? { text: NO_VALUE, exact: null }
      : { text: formats.shortDateTime(iso), exact: formats.exactTime(iso) };
  const { timeToResolveMs: ms } = row;
  return {
    key: `${row.issueId}-${String(row.episode)}`,
    issueId: row.issueId,
    // ServiceNow's rows say themselves what is shown of them.
    sight: row.record === null ? sightOf(read, row.issueId) : 'visible',
    issue: read.issues.get(row.issueId) ?? null,
    record: row.record,
    episode: row.episode === 0 ? null : t('report.list.episode', { ordinal: row.episode + 1 }),
    outcome: outcomeLook(row.outcome, t),
    note: row.decidedAt === null || row.isMature ? null : t('report.list.notMature'),
    decidedAt: time(row.decidedAt),
    openedAt: time(row.openedAt),
    resolvedAt: time(row.resolvedAt),
    timeToResolve:
      ms === null
        ? { text: NO_VALUE, exact: null }
        : { text: duration(ms), exact: exactDuration(ms) },
    requestType: row.requestType ?? NO_VALUE,
    priority: row.priority ?? NO_VALUE,
    agent: row.agent ?? NO_VALUE,
    confidence: row.confidence === null ? NO_VALUE : confidence(row.confidence),
  };
}
