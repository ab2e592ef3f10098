import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runMeasured, type Run } from './measured-child';
import { measureQueuePage } from './queue-page';
import { replicateLog } from './replicate-log';

const LOG = '../shared/data/servicenow-incident-log/incidents-opened-to-2016-03-31.csv.gz';
const ROWS = 1_000_000;
const ROUNDS = 3;

const say = (text: string): boolean => process.stdout.write(`${text}\n`);
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function main(): Promise<void> {
  await compareWithDuckDb();
  await compareDeskSizes();
}

async function compareDeskSizes(): Promise<void> {
  say('\nThe queue page, 90 days, on a desk read and computed by the app (this takes minutes)');
  const [small, large] = [await measureQueuePage(10_000), await measureQueuePage(100_000)];
  for (const { tickets, medianMs, sqlStatements } of [small, large]) {
    say(
      `${tickets.toLocaleString('en').padStart(8)} tickets: ${medianMs.toFixed(1)} ms a call, ${sqlStatements} SQL statements`,
    );
  }
  const ratio = (large.medianMs / small.medianMs).toFixed(2);
  say(`ten times the tickets take ${ratio} times as long (asked: flat, at most 2 statements)`);
  small.reads.forEach(({ name, medianMs }, i) => {
    const many = large.reads[i];
    if (many === undefined) return;
    say(
      `${name.padEnd(46)} ${medianMs.toFixed(1).padStart(6)} ms, ${many.medianMs.toFixed(1).padStart(6)} ms with ten times the tickets, ${many.sqlStatements} SQL statements`,
    );
  });
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
