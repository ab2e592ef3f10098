import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { BENCH_AGENT, BENCH_PROJECT, openBenchDesk } from './bench-desk';
import { measureFirstKpi } from './first-kpi';
import { runMeasured, type Run } from './measured-child';
import { median } from './median';
import { measureQueuePage } from './queue-page';
import { measureReads } from './report-reads';
import { replicateLog } from './replicate-log';
import { measureIngest, type IngestCost } from './telemetry-ingest';

const LOG = '../shared/data/servicenow-incident-log/incidents-opened-to-2016-03-31.csv.gz';
const ROWS = 1_000_000;
const ROUNDS = 3;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);

async function main(): Promise<void> {
  await compareWithDuckDb();
  await compareDeskSizes();
}

async function compareDeskSizes(): Promise<void> {
  say('\nThe queue page, 90 days, on a desk read and computed by the app (this takes minutes)');
  const [small, large] = [await measureDesk(10_000), await measureDesk(100_000)];
  for (const { tickets, page } of [small, large]) {
    say(
      `${tickets.toLocaleString('en').padStart(8)} tickets: ${page.medianMs.toFixed(1)} ms a call, ${page.sqlStatements} SQL statements`,
    );
  }
  const ratio = (large.page.medianMs / small.page.medianMs).toFixed(2);
  say(`ten times the tickets take ${ratio} times as long (asked: flat, at most 2 statements)`);
  small.reads.forEach(({ name, medianMs }, i) => {
    const many = large.reads[i];
    if (many === undefined) return;
    say(
      `${name.padEnd(46)} ${medianMs.toFixed(1).padStart(6)} ms, ${many.medianMs.toFixed(1).padStart(6)} ms with ten times the tickets, ${many.sqlStatements} SQL statements`,
    );
  });
  sayIngest(large.ingest);
  const { firstKpi } = large;
  say(
    firstKpi === null
      ? 'NOTICE: the first KPI was not timed, no Chromium is here: install chromium or set CHROMIUM_PATH'
      : `first KPI on screen ${firstKpi.fromRequestMs.toFixed(0)} ms after the frame was asked for, ${firstKpi.fromLoadedMs.toFixed(0)} ms after it had loaded: median of 20 loads without a cache (asked: 400 ms)`,
  );
}

function sayIngest({ spansPerSecond, timesParsing, sqlStatements }: IngestCost): void {
  say(
    `telemetry, 500 spans a body about 50 tickets: ${Math.round(spansPerSecond).toLocaleString('en')} spans a second from bytes to answer, ${timesParsing.toFixed(1)} times as long as JSON.parse of the same bodies, ${sqlStatements} SQL statements a body (asked: at most 3 and 4 a ticket)`,
  );
}

async function measureDesk(tickets: number) {
  const desk = await openBenchDesk(tickets);
  try {
    return {
      tickets,
      page: await measureQueuePage(desk),
      reads: await measureReads(desk.world.host, BENCH_PROJECT, BENCH_AGENT),
      firstKpi: await measureFirstKpi(desk),
      ingest: await measureIngest(desk),
    };
  } finally {
    await desk.live.stop();
  }
}

async function compareWithDuckDb(): Promise<void> {
  if (!existsSync(LOG)) {
    say(`The bench needs the reference log, which is not at ${LOG}.`);
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'firstline-bench-'));
  try {
    const file = join(folder, 'log.csv');
    const rows = await replicateLog(LOG, file, ROWS);
    const megabytes = Math.round(statSync(file).size / 1_048_576);
    say(`${rows.toLocaleString('en')} rows, ${megabytes} MB, ${ROUNDS} rounds in turn, medians`);

    const ours: Run[] = [];
    const peers: Run[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      peers.push(await runMeasured('bench-peer', [file]));
      ours.push(await runMeasured('score', ['--format', 'servicenow-log', '--input', file]));
    }
    const line = (name: string, runs: readonly Run[]): void => {
      const seconds = (median(runs.map(({ wallMs }) => wallMs)) / 1_000).toFixed(2);
      const resident = Math.max(...runs.map(({ residentMb }) => residentMb)).toFixed(0);
      say(`${name.padEnd(58)} ${seconds.padStart(7)} s ${resident.padStart(6)} MB resident`);
    };
    line('DuckDB: reopens, hops, mean and median only', peers);
    line('score: every outcome, rate, interval and measure', ours);
    const ratio = median(ours.map(({ wallMs }, i) => wallMs / (peers[i]?.wallMs ?? Number.NaN)));
    say(
      `score takes ${ratio.toFixed(2)} times the peer's wall time (asked: at most 4, and 400 MB)`,
    );
    say(`the peer found ${peers[0]?.output.trim() ?? ''}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void main();
