import { parseLogDate } from '../../src/adapters/servicenow/incident-log/log-date';
import { CsvRecordReader } from '../score/input/csv-record';
import { readLines } from '../score/input/lines';

/** What the last row of an incident says besides its timeline; null where the log has no such column. */
export interface LogFacts {
  readonly madeSla: boolean | null;
  readonly reopenCount: number | null;
  readonly reassignmentCount: number | null;
  readonly closedAtMs: number | null;
}

const NO_FACTS: LogFacts = {
  madeSla: null,
  reopenCount: null,
  reassignmentCount: null,
  closedAtMs: null,
};
const COLUMNS = ['number', 'made_sla', 'reopen_count', 'reassignment_count', 'closed_at'] as const;

/** Reads the facts of each incident of an event log, by number. Rows that cannot be cut say nothing. */
export async function readLogFacts(file: string): Promise<(number: string) => LogFacts> {
  const facts = new Map<string, LogFacts>();
  const reader = new CsvRecordReader();
  const at = new Map<string, number>();
  for await (const { firstLine, lines } of readLines(file)) {
    for (const [i, line] of lines.entries()) {
      const fields = reader.next(firstLine + i, line)?.fields;
      if (fields === null || fields === undefined) continue;
      if (at.size === 0) {
        for (const column of COLUMNS) at.set(column, fields.indexOf(column));
        continue;
      }
      const text = (column: (typeof COLUMNS)[number]): string => fields[at.get(column) ?? -1] ?? '';
      facts.set(text('number'), {
        madeSla: readFlag(text('made_sla')),
        reopenCount: readCount(text('reopen_count')),
        reassignmentCount: readCount(text('reassignment_count')),
        closedAtMs: parseLogDate(text('closed_at')),
      });
    }
  }
  return (number) => facts.get(number) ?? NO_FACTS;
}

const readFlag = (text: string): boolean | null =>
  text === 'true' || text === 'false' ? text === 'true' : null;

const readCount = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : null);
