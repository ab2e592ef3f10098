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

/** Separates the columns of a kept row; a control character that no export contains. */
const SEPARATOR = '\u001f';
const DATE_CACHE_SIZE = 200_000;

/**
 * Reads an event log. All rows of a number are one incident, wherever they stand in the file; they
 * keep the file's order.
 */
export async function readIncidentLog(
  options: ScoreOptions,
  intake: Intake,
  take: (timeline: Timeline, line: number) => void,
): Promise<void> {
  const spool = new Spool(options.budgetChars);
  try {
    await collectRows(options, intake, spool);
    for (const [number, rows] of spool.groups()) {
      const [line = ''] = rows[0]?.split(SEPARATOR, 1) ?? [];
      take(translateIncident(number, rows.map(unpackRow), options), Number(line));
    }
  } finally {
    spool.dispose();
  }
}

async function collectRows(options: ScoreOptions, intake: Intake, spool: Spool): Promise<void> {
  const reader = new CsvRecordReader();
  const toMs = cachedLogDate();
  let header: { readonly width: number; readonly at: Readonly<Record<Column, number>> } | null =
    null;

  const takeRecord = (record: CsvRecord | null): void => {
    if (record === null) return;
    const { line, fields, fault } = record;
    if (fields === null) return intake.reject(line, fault ?? 'unreadable');
    if (fields.length === 1 && fields[0] === '') return;
    if (header === null) {
      header = readHeader(fields);
      return;
    }
    if (fields.length !== header.width) {
      const found = `${fields.length} fields where the header has ${header.width}`;
      return intake.reject(line, `${found}: quote fields that hold a comma`);
    }
    const packed = packRow(line, fields, header.at, toMs);
    if ('fault' in packed) return intake.reject(line, packed.fault);
    intake.events += 1;
    spool.add(packed.number, packed.row);
  };

  for await (const { firstLine, lines } of readLines(options.input, options.onProgress)) {
    for (let i = 0; i < lines.length; i += 1)
      takeRecord(reader.next(firstLine + i, lines[i] ?? ''));
  }
  takeRecord(reader.end());
}

function readHeader(fields: readonly string[]): {
  readonly width: number;
  readonly at: Readonly<Record<Column, number>>;
} {
  const missing = COLUMNS.filter((column) => !fields.includes(column));
  if (missing.length > 0) {
    throw new UsageError(
      `The log's header lacks ${missing.join(', ')}: export these columns, or choose another --format`,
    );
  }
  const at = Object.fromEntries(COLUMNS.map((column) => [column, fields.indexOf(column)]));
  return { width: fields.length, at: at as Record<Column, number> };
}

/** The used columns of a row, times as epoch milliseconds, in one string. */
function packRow(
  line: number,
  fields: readonly string[],
  at: Readonly<Record<Column, number>>,
  toMs: (text: string) => number | null,
): { readonly number: string; readonly row: string } | { readonly fault: string } {
  const cell = (column: Column): string => fields[at[column]] ?? '';
  const number = known(cell('number'));
  if (number === '') return { fault: 'number is empty: a row must name its incident' };
  const times: number[] = [];
  for (const column of ['opened_at', 'sys_updated_at'] as const) {
    const ms = toMs(cell(column));
    if (ms === null) return { fault: badDate(column, cell(column)) };
    times.push(ms);
  }
  const resolvedText = known(cell('resolved_at'));
  const resolvedMs = resolvedText === '' ? '' : toMs(resolvedText);
  if (resolvedMs === null) return { fault: badDate('resolved_at', resolvedText) };
  const texts = (
    [
      'incident_state',
      'sys_updated_by',
      'caller_id',
      'category',
      'priority',
      'assignment_group',
      'assigned_to',
    ] as const
  ).map((column) => known(cell(column)));
  return { number, row: [line, ...times, resolvedMs, ...texts].join(SEPARATOR) };
}

function unpackRow(row: string): IncidentLogRow {
  const [, openedMs, updatedMs, resolvedMs = '', state = '', by = '', ...rest] =
    row.split(SEPARATOR);
  const [requester = '', category = '', priority = '', group = '', assignee = ''] = rest;
  const orNull = (text: string): string | null => (text === '' ? null : text);
  const toEpoch = (text: string | undefined): EpochMs => epochMs(Number(text));
  return {
    state,
    updatedBy: by,
    updatedAt: toEpoch(updatedMs),
    openedAt: toEpoch(openedMs),
    resolvedAt: resolvedMs === '' ? null : toEpoch(resolvedMs),
    requester: orNull(requester),
    category: orNull(category),
    priority: orNull(priority),
    assignmentGroup: orNull(group),
    assignedTo: orNull(assignee),
  };
}

const known = (text: string): string => (text === '?' ? '' : text);

const badDate = (column: string, text: string): string =>
  `${column} '${text.slice(0, 40)}' is no day-first date such as 29/2/2016 01:16`;

/** Logs repeat their minutes: each is parsed once. */
function cachedLogDate(): (text: string) => number | null {
  let cache = new Map<string, number | null>();
  return (text) => {
    const hit = cache.get(text);
    if (hit !== undefined) return hit;
    if (cache.size > DATE_CACHE_SIZE) cache = new Map();
    const ms = parseLogDate(text);
    cache.set(text, ms);
    return ms;
  };
}
