import type { TelemetryStatus, WaitingHandOff } from '../contract';
import { ok, type Result } from '../domain/app-error';
import { sourceOf } from '../domain/timeline/source';
import type { UnfinishedHandOff } from '../ports/score-store';
import { agentNameOf, credentialViews } from './credential-view';
import type { Deps } from './deps';
import { issueIdOf } from './episode-view';
import { readOrigin, recordOf } from './ticket-record';
import { iso } from './wire-time';

const MAX_HAND_OFFS = 100;

type StatusDeps = Pick<
  Deps,
  'access' | 'settings' | 'credentials' | 'connections' | 'endpoint' | 'store' | 'clock'
>;

/** How telemetry arrives, and what of it waits: two statements. */
export async function readTelemetryStatus(deps: StatusDeps): Promise<Result<TelemetryStatus>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const [endpoint, actors, credentials, unmatched, handOffs] = await Promise.all([
    deps.endpoint.address(),
    deps.settings.readRegistry(),
    deps.credentials.listCredentials(),
    deps.store.countUnmatchedRuns(),
    deps.store.listUnfinishedHandOffs({ deskId: null, limit: MAX_HAND_OFFS }),
  ]);
  // Only where one of them is on an instance is its address asked for.
  const elsewhere = handOffs.find(({ deskId }) => sourceOf(deskId) === 'servicenow');
  const origin = elsewhere === undefined ? null : await readOrigin(deps, elsewhere.deskId);
  return ok({
    asOf: iso(now),
    endpoint,
    credentials: credentialViews(credentials, actors, now),
    unmatched: unmatched.map(({ agentId, runs, lastReceivedAt }) => ({
      agentId,
      agentName: agentNameOf(agentId, actors),
      runs,
      lastReceivedAt: iso(lastReceivedAt),
    })),
    handOffs: handOffs.map((row) => toWaiting(row, origin)),
  });
}

const toWaiting = (row: UnfinishedHandOff, origin: string | null): WaitingHandOff => ({
  handOffId: row.handOffId,
  issueId: issueIdOf(row.ticketId),
  record: recordOf(origin, row.ticketId, row.ticketKey),
  reason: row.reason,
  decidedAt: iso(row.decidedAt),
  step: row.step,
  problem: row.problem,
  attempts: row.attempts,
});
