import type { MeterSnapshot } from './meter';
import { monthlyCosts } from './prices';
import { restTotals, type Usage } from './usage';

const MONTH_MS = (365.25 / 12) * 86_400_000;

const COLUMNS: readonly (readonly [title: string, value: (usage: Usage) => string])[] = [
  ['calls', ({ invocations }) => whole(invocations)],
  ['failed', ({ failures }) => whole(failures)],
  ['GB-s', ({ gbSeconds }) => gbSeconds.toFixed(2)],
  ['REST', (usage) => whole(restTotals(usage).requests)],
  ['points', (usage) => whole(restTotals(usage).points)],
  ['SQL reads', ({ sqlSelects }) => whole(sqlSelects)],
  ['SQL writes', ({ sqlWrites }) => whole(sqlWrites)],
  ['DDL', ({ sqlDdl }) => whole(sqlDdl)],
  ['SQL ms', ({ sqlMs }) => whole(sqlMs)],
  ['KVS reads', ({ kvsReads }) => whole(kvsReads)],
  ['KVS writes', ({ kvsWrites }) => whole(kvsWrites)],
  ['pushed', ({ queueEvents }) => whole(queueEvents)],
  ['log lines', ({ logLines }) => whole(logLines)],
];

export interface ReportOptions {
  /** The sandbox's time that the figures cover; without it nothing is said about a month. */
  readonly periodMs?: number;
}

/** The meter as a plain-text table, with what it would come to in a month. */
export function renderReport(
  { total, functions }: MeterSnapshot,
  { periodMs }: ReportOptions = {},
): string {
  const row = (name: string, usage: Usage): readonly string[] => [
    name,
    ...COLUMNS.map(([, value]) => value(usage)),
  ];
  const usageTable = table([
    ['function', ...COLUMNS.map(([title]) => title)],
    ...Object.entries(functions).map(([key, usage]) => row(key, usage)),
    row('total', total),
  ]);
  const endpoints = Object.entries(total.rest).sort(([, a], [, b]) => b.points - a.points);
  const restTable = table([
    ['REST endpoint', 'requests', 'points'],
    ...endpoints.map(([name, used]) => [name, whole(used.requests), whole(used.points)]),
  ]);
  const parts = [usageTable, ...(endpoints.length > 0 ? [restTable] : [])];
  if (periodMs !== undefined && periodMs > 0) parts.push(costTable(total, periodMs));
  return `${parts.join('\n\n')}\n`;
}

function costTable(total: Usage, periodMs: number): string {
  const costs = monthlyCosts(total, periodMs / MONTH_MS);
  return table([
    ['a month of this', 'quantity', 'unit', 'USD beyond free', 'free for'],
    ...costs.map(({ capability, quantity, unit, usd, freeInstallations }) => [
      capability,
      quantity.toPrecision(3),
      unit,
      usd.toFixed(4),
      freeInstallations === null ? 'any number' : `${whole(freeInstallations)} sites`,
    ]),
  ]);
}

/** First column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_title, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
