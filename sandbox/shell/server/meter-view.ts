import { renderReport } from '../../forge/meter-report';
import { restTotals, type Usage } from '../../forge/usage';
import type { MeterRow, MeterView } from '../shell-api';
import type { ShellWorld } from '../shell-world';

const FAILURES_SHOWN = 50;
const CALLERS: Readonly<Record<string, string>> = {
  resolver: 'Panels',
  trigger: 'Product events',
  consumer: 'Queues',
  schedule: 'Schedules',
  webTrigger: 'Web triggers',
  action: 'Actions',
};

/** What running the app has cost since the start. */
export function toMeterView({
  world,
  live,
  manifest,
  startedAtMs,
  failures,
}: ShellWorld): MeterView {
  const snapshot = world.host.meter.snapshot();
  const periodMs = live.nowMs() - startedAtMs;
  return {
    periodMs,
    functions: Object.entries(snapshot.functions).map(([name, usage]) => toRow(name, usage)),
    callers: Object.entries(snapshot.kinds).map(([kind, usage]) =>
      toRow(CALLERS[kind] ?? kind, usage),
    ),
    total: toRow('total', snapshot.total),
    endpoints: Object.entries(snapshot.total.rest)
      .map(([endpoint, { requests, points }]) => ({ endpoint, requests, points }))
      .sort((a, b) => b.points - a.points),
    webTriggers: manifest.modules.webtrigger.map(({ key }) => ({
      key,
      url: world.host.webTriggerUrl(key),
    })),
    actions: manifest.modules.action.map(({ key, name }) => ({ key, name: name ?? key })),
    report: renderReport(snapshot, periodMs > 0 ? { periodMs } : {}),
    failures: failures.slice(0, FAILURES_SHOWN).map(({ atMs, text }) => ({ atMs, text })),
  };
}

function toRow(name: string, usage: Usage): MeterRow {
  const { requests, points } = restTotals(usage);
  return {
    name,
    invocations: usage.invocations,
    failures: usage.failures,
    gbSeconds: usage.gbSeconds,
    restRequests: requests,
    points,
    sqlStatements: usage.sqlSelects + usage.sqlWrites + usage.sqlDdl,
    kvsBytes: usage.kvsBytesRead + usage.kvsBytesWritten,
  };
}
