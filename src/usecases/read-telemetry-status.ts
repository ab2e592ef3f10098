import type { TelemetryStatus, WaitingHandOff } from '../contract';
import { ok, type Result } from '../domain/app-error';
import type { HandOffRow } from '../ports/score-store';
import { agentNameOf, credentialViews } from './credential-view';
import type { Deps } from './deps';
import { issueIdOf } from './episode-view';
import { iso } from './wire-time';

const MAX_HAND_OFFS = 100;

/** How telemetry arrives, and what of it waits: two statements. */
export async function readTelemetryStatus(
  deps: Pick<Deps, 'access' | 'settings' | 'credentials' | 'endpoint' | 'store' | 'clock'>,
): Promise<Result<TelemetryStatus>> {
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
    handOffs: handOffs.map(toWaiting),
  });
}

const toWaiting = (row: HandOffRow): WaitingHandOff => ({
  handOffId: row.handOffId,
  issueId: issueIdOf(row.ticketId),
  reason: row.reason,
  decidedAt: iso(row.decidedAt),
  step: row.step,
  problem: row.problem,
  attempts: row.attempts,
});
