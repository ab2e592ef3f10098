import { appendAudit, endOf } from './append-audit';
import { deskSubject } from './audit-act';
import type { Deps } from './deps';
import { updateDesk } from './update-desk';
import type { DeskDecision, DeskRow } from '../ports/score-store';

/**
 * Writes the records of what people decided about a desk: the version of its settings or of its
 * escalation policy, and the entry in its audit. Doing it again writes nothing twice, so whoever finds a decision unrecorded may.
 *
 * @returns the desk without the decisions that are recorded now; null when it is gone
 */
export async function recordDecisions(
  deps: Pick<Deps, 'store' | 'digest'>,
  desk: DeskRow,
): Promise<DeskRow | null> {
  const { deskId, unrecorded } = desk;
  if (unrecorded.length === 0) return desk;
  const versions = unrecorded.flatMap(({ version }) => (version === null ? [] : [version]));
  if (versions.length > 0) await deps.store.putSettingsVersions(versions);
  const policies = unrecorded.flatMap(({ policyVersion }) => policyVersion ?? []);
  if (policies.length > 0) await deps.store.putPolicyVersions(policies);
  await appendMissing(deps, deskId, unrecorded);
  const recorded = new Set(unrecorded.map(({ detail }) => detail));
  return updateDesk(deps, deskId, (current) => ({
    ...current,
    unrecorded: current.unrecorded.filter(({ detail }) => !recorded.has(detail)),
  }));
}

async function appendMissing(
  deps: Pick<Deps, 'store' | 'digest'>,
  deskId: string,
  decisions: readonly DeskDecision[],
): Promise<void> {
  const subject = deskSubject(deskId);
  const existing = await deps.store.readAudit(subject);
  const known = new Set(existing.map(({ detail }) => detail));
  const drafts = decisions
    .filter(({ detail }) => !known.has(detail))
    .map(({ at, action, detail }) => ({ at, action, detail }));
  await appendAudit(deps, [{ subject, after: endOf(existing), drafts }]);
}
