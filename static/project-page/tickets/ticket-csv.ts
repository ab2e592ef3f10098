import type { ListedEpisode } from '../../../src/contract';
import type { JiraIssue } from '../../shared/jira/read-issues';
import type { CsvTable, CsvValue } from '../csv/to-csv';

const COLUMNS: Readonly<Record<string, (row: ListedEpisode) => CsvValue>> = {
  issue_id: (row) => row.issueId,
  // People count from 1.
  episode: (row) => row.episode + 1,
  outcome: (row) => row.outcome,
  rule: (row) => row.rule,
  reason: (row) => row.reason,
  evidence: (row) => row.evidence,
  first_contact: (row) => row.firstContact,
  opened_at: (row) => row.openedAt,
  resolved_at: (row) => row.resolvedAt,
  decided_at: (row) => row.decidedAt,
  matures_at: (row) => row.maturesAt,
  is_mature: (row) => row.isMature,
  time_to_resolve_ms: (row) => row.timeToResolveMs,
  request_type: (row) => row.requestType,
  priority: (row) => row.priority,
  agent: (row) => row.agent,
  confidence: (row) => row.confidence,
};

/** Of tickets in ServiceNow. */
const RECORD_COLUMNS: typeof COLUMNS = {
  number: ({ record }) => record?.number ?? null,
  url: ({ record }) => record?.url ?? null,
};

/**
 * Raw codes, ISO times in UTC and milliseconds.
 *
 * @param issues - as the viewer may see them; null to leave Jira's own words out
 */
export function ticketCsv(
  rows: readonly ListedEpisode[],
  issues: ReadonlyMap<string, JiraIssue> | null,
): CsvTable {
  const columns = rows.some(({ record }) => record !== null)
    ? { ...COLUMNS, ...RECORD_COLUMNS }
    : COLUMNS;
  const fields = Object.keys(columns);
  const values = (row: ListedEpisode): readonly CsvValue[] =>
    Object.values(columns).map((valueOf) => valueOf(row));
  if (issues === null) return { fields, rows: rows.map(values) };
  return {
    fields: [...fields, 'key', 'summary', 'status'],
    rows: rows.map((row) => {
      const issue = issues.get(row.issueId);
      return [...values(row), issue?.key ?? null, issue?.summary ?? null, issue?.status ?? null];
    }),
  };
}
