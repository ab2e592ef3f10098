import type { ServiceNowStatus, ServiceNowSyncHealth } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';

export interface SyncView {
  /** What is so, a line each. */
  readonly facts: readonly { readonly name: string; readonly text: string }[];
  /** What is wrong and what helps; null while all is well. */
  readonly problem: string | null;
}

/** Clocks closer than this are told as the same. */
const SAME_CLOCK_MS = 2_000;

const REASONS = [
  'source-unavailable',
  'source-malformed',
  'source-refused:credentials',
  'source-refused:role',
  'source-refused:table',
  'source-refused:redirect',
  'source-refused:egress',
] as const;

/** How the app follows what changes on the instance. */
export function prepareSync(
  { sync, push }: NonNullable<ServiceNowStatus['connection']>,
  asOf: string,
  formats: Formats,
): SyncView {
  const { t, ago } = formats;
  const moment = (at: string | null): string =>
    at === null ? t('admin.never') : ago(at, Date.parse(asOf));
  const fact = (name: 'polled' | 'changed' | 'clock' | 'comparison' | 'pushed', text: string) => ({
    name: t(`admin.servicenow.sync.${name}`),
    text,
  });
  return {
    facts: [
      fact('polled', moment(sync.polledAt)),
      fact('changed', moment(sync.changedAt)),
      ...(push.issuedAt === null ? [] : [fact('pushed', moment(push.receivedAt))]),
      fact('clock', clockWords(sync.clockAheadMs, formats)),
      fact('comparison', comparisonWords(sync, asOf, formats)),
    ],
    problem: syncProblemWords(sync, asOf, formats),
  };
}

/** null while the last poll did not fail. */
export function syncProblemWords(
  { problem }: Pick<ServiceNowSyncHealth, 'problem'>,
  asOf: string,
  { t, ago }: Pick<Formats, 't' | 'ago'>,
): string | null {
  if (problem === null) return null;
  const reason = REASONS.find((each) => each === problem.reason) ?? 'unknown';
  return t('admin.servicenow.sync.problem', {
    ago: ago(problem.at, Date.parse(asOf)),
    reason: t(`admin.servicenow.syncProblem.${reason}`, { subject: problem.subject ?? '–' }),
  });
}

function clockWords(aheadMs: number | null, { t, exactDuration }: Formats): string {
  if (aheadMs === null) return t('admin.servicenow.sync.clockUnknown');
  if (Math.abs(aheadMs) < SAME_CLOCK_MS) return t('admin.servicenow.sync.clockSame');
  return t(aheadMs > 0 ? 'admin.servicenow.sync.clockAhead' : 'admin.servicenow.sync.clockBehind', {
    apart: exactDuration(Math.abs(aheadMs)),
  });
}

function comparisonWords(
  { comparison }: ServiceNowSyncHealth,
  asOf: string,
  { t, ago, count }: Formats,
): string {
  if (comparison === null) return t('admin.servicenow.sync.notCompared');
  const { startedAt, finishedAt, compared, repaired, deleted } = comparison;
  const values = { repaired: count(repaired), deleted: count(deleted) };
  return finishedAt === null
    ? t.plural('admin.servicenow.sync.comparing', compared, {
        ...values,
        ago: ago(startedAt, Date.parse(asOf)),
      })
    : t.plural('admin.servicenow.sync.compared', compared, {
        ...values,
        ago: ago(finishedAt, Date.parse(asOf)),
      });
}
