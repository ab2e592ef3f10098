import type { Administration, UsageRow } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { NO_VALUE } from '../shared/format/number-format';
import { standingOf } from './desk-standing';
import { waitingWords } from './prepare-desks';
import { problemWords } from './problem-words';
import { usageTotals } from './usage-total';
import { workWords } from './work-words';

export interface JobRowView {
  readonly work: string;
  /** The last day on which it ran. */
  readonly lastRun: string;
  readonly runs: string;
  readonly failures: string;
  readonly hasFailures: boolean;
  readonly failuresToday: string;
  readonly meanDuration: string;
}

export interface JobsView {
  readonly desks: readonly {
    readonly project: string;
    readonly name: string;
    /** What is late, what waits, and why. */
    readonly sentences: readonly string[];
  }[];
  readonly rows: readonly JobRowView[];
}

export function prepareJobs(administration: Administration, formats: Formats): JobsView {
  const { desks, usage, asOf } = administration;
  const { t, count, duration, date } = formats;
  const today = asOf.slice(0, 10);
  return {
    desks: desks.map((desk) => ({
      project: desk.projectKey,
      name: desk.name,
      sentences: deskSentences(desk, Date.parse(asOf), formats),
    })),
    rows: usageTotals(usage, 'work').map(({ key, runs, failures, durationMs }) => ({
      work: workWords(key, t),
      lastRun: date(lastDayOf(usage, key)),
      runs: count(runs),
      failures: count(failures),
      hasFailures: failures > 0,
      failuresToday: count(failuresOn(today, usage, key)),
      meanDuration: runs === 0 ? NO_VALUE : duration(durationMs / runs),
    })),
  };
}

function deskSentences(
  desk: Administration['desks'][number],
  asOfMs: number,
  formats: Formats,
): readonly string[] {
  const { t, ago } = formats;
  const { computedAt, reconciledAt, backfill } = desk;
  const standing = standingOf(desk, asOfMs);
  const problem = backfill.status === 'failed' ? [problemWords(backfill.problem, t)] : [];
  const waiting = waitingWords(desk, formats);
  return [
    t(`admin.jobs.standing.${standing}`),
    ...problem,
    computedAt === null
      ? t('admin.jobs.neverComputed')
      : t('admin.jobs.computed', { ago: ago(computedAt, asOfMs) }),
    reconciledAt === null
      ? t('admin.jobs.neverCompared')
      : t('admin.jobs.compared', { ago: ago(reconciledAt, asOfMs) }),
    waiting.length === 0
      ? t('admin.jobs.nothingWaits')
      : t('admin.jobs.waits', { work: formats.list(waiting) }),
  ];
}

const lastDayOf = (usage: readonly UsageRow[], work: string): string =>
  usage.reduce((last, row) => (row.work === work && row.day > last ? row.day : last), '');

const failuresOn = (day: string, usage: readonly UsageRow[], work: string): number =>
  usage
    .filter((row) => row.day === day && row.work === work)
    .reduce((sum, { failures }) => sum + failures, 0);
