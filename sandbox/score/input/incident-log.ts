import { parseLogDate } from '../../../src/adapters/servicenow/incident-log/log-date';
import {
  translateIncident,
  type IncidentLogRow,
} from '../../../src/adapters/servicenow/incident-log/translate-incident';
import { epochMs, type EpochMs } from '../../../src/domain/time';
import type { Timeline } from '../../../src/domain/timeline/ticket';
import type { Intake } from '../intake';
import { UsageError, type ScoreOptions } from '../options';
import { Spool } from '../spool';
import { CsvRecordReader, type CsvRecord } from './csv-record';
import { IncidentRun, unpackRuns, type ReadRow } from './incident-run';
import { readLines } from './lines';

const COLUMNS = [
  'number',
  'incident_state',
  'caller_id',
  'opened_at',
  'sys_updated_by',
  'sys_updated_at',
  'category',
  'priority',
  'assignment_group',
  'assigned_to',
  'resolved_at',
] as const;
type Column = (typeof COLUMNS)[number];

interface Header {
  readonly width: number;
  readonly at: Readonly<Record<Column, number>>;
  /** Rows of an incident follow each other and repeat these two. */
  readonly readOpenedAt: (text: string) => EpochMs | null;
  readonly readResolvedAt: (text: string) => EpochMs | null;
}

/**
 * Reads an event log. All rows of a number are one incident, wherever they stand in the file; they
 * keep the file's order. The whole log is read before the first incident is given.
 */
export async function readIncidentLog(
  options: ScoreOptions,
  intake: Intake,
  take: (timeline: Timeline, line: number) => void,
): Promise<void> {
  await readIncidentRows(options, intake, ({ number, rows, line }) => {
    take(translateIncident(number, rows, options), line);
  });
}

/**
 * The same, before it is translated. Of the rows between an incident's first and last, those that change
 * neither state, group nor assignee may be left out.
 */
export async function readIncidentRows(
  options: ScoreOptions,
  intake: Intake,
  take: (incident: {
    readonly number: string;
    readonly rows: readonly IncidentLogRow[];
    readonly line: number;
  }) => void,
): Promise<void> {
  const spool = new Spool(options.budgetChars);
  try {
    await collectRuns(options, intake, spool);
    intake.isWhole = true;
    for (const [number, texts] of spool.groups()) take({ number, ...unpackRuns(texts) });
  } finally {
    spool.dispose();
  }
}

async function collectRuns(options: ScoreOptions, intake: Intake, spool: Spool): Promise<void> {
  const reader = new CsvRecordReader();
  let header: Header | null = null;
  let run: IncidentRun | null = null;

  const endRun = (): void => {
    if (run === null) return;
    intake.seeTime(epochMs(run.clockMs));
    spool.add(run.number, run.pack());
    run = null;
  };
  const takeRecord = (record: CsvRecord | null): void => {
    if (record === null) return;
    const { line, fields, fault } = record;
    if (fields === null) return intake.reject(line, fault ?? 'unreadable');
    if (fields.length === 1 && fields[0] === '') return;
    if (header === null) {
      header = readHeader(fields);
      reader.want(Object.values(header.at));
      return;
    }
    const row = readRow(fields, header);
    if (typeof row === 'string') return intake.reject(line, row);
    intake.events += 1;
    if (run?.number === row.number) return run.add(row);
    endRun();
    run = new IncidentRun(line, row);
  };

  for await (const { firstLine, lines } of readLines(options.input, options.onProgress)) {
    for (let i = 0; i < lines.length; i += 1) {
      takeRecord(reader.next(firstLine + i, lines[i] ?? ''));
    }
  }
  takeRecord(reader.end());
  endRun();
}

function readHeader(fields: readonly string[]): Header {
  const missing = COLUMNS.filter((column) => !fields.includes(column));
  if (missing.length > 0) {
    throw new UsageError(
      `The log's header lacks ${missing.join(', ')}: export these columns, or choose another --format`,
    );
  }
  const at = Object.fromEntries(COLUMNS.map((column) => [column, fields.indexOf(column)]));
  return {
    width: fields.length,
    at: at as Record<Column, number>,
    readOpenedAt: rememberLast(parseLogDate),
    readResolvedAt: rememberLast(parseLogDate),
  };
}

/** The same function, that need not work when it is asked the same as the time before. */
function rememberLast<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly value: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, value: read(text) };
    return last.value;
  };
}

/** The row, or why it cannot be read. `?` is the log's missing value. */
function readRow(fields: readonly string[], header: Header): ReadRow | string {
  const { width, at } = header;
  if (fields.length !== width) {
    return `${fields.length} fields where the header has ${width}: quote fields that hold a comma`;
  }
  const number = known(fields[at.number]);
  if (number === null) return 'number is empty: a row must name its incident';
  const openedText = fields[at.opened_at] ?? '';
  const openedAtMs = header.readOpenedAt(openedText);
  if (openedAtMs === null) return badDate('opened_at', openedText);
  const updatedText = fields[at.sys_updated_at] ?? '';
  const updatedAtMs = parseLogDate(updatedText);
  if (updatedAtMs === null) return badDate('sys_updated_at', updatedText);
  const resolvedText = known(fields[at.resolved_at]);
  const resolvedAtMs = resolvedText === null ? null : header.readResolvedAt(resolvedText);
  if (resolvedText !== null && resolvedAtMs === null) return badDate('resolved_at', resolvedText);
  return {
    number,
    state: known(fields[at.incident_state]) ?? '',
    updatedBy: known(fields[at.sys_updated_by]) ?? '',
    updatedAtMs,
    openedAtMs,
    resolvedAtMs,
    requester: known(fields[at.caller_id]),
    category: known(fields[at.category]),
    priority: known(fields[at.priority]),
    assignmentGroup: known(fields[at.assignment_group]),
    assignedTo: known(fields[at.assigned_to]),
  };
}

const known = (text: string | undefined): string | null =>
  text === undefined || text === '?' || text === '' ? null : text;

const badDate = (column: string, text: string): string =>
  `${column} '${text.slice(0, 40)}' is no day-first date such as 29/2/2016 01:16`;
