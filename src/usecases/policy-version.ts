import { OPEN_POLICY, type EscalationPolicy } from '../domain/escalation/policy';
import type { DeskRow, PolicyVersionRow } from '../ports/score-store';

/** What a desk hands off by: version 0 and the open policy until somebody has said. */
export const policyHeldBy = ({
  escalation,
}: DeskRow): { readonly version: number; readonly policy: EscalationPolicy } =>
  escalation ?? { version: 0, policy: OPEN_POLICY };

/**
 * All versions up to the one in force, newest first: those in their table, and one that is still to be
 * written there.
 */
export function policyVersionsOf(
  desk: DeskRow,
  written: readonly PolicyVersionRow[],
): readonly PolicyVersionRow[] {
  const unwritten = desk.unrecorded.flatMap(({ policyVersion }) => policyVersion ?? []);
  const byVersion = new Map([...written, ...unwritten].map((row) => [row.version, row]));
  return [...byVersion.values()]
    .filter(({ version }) => version <= policyHeldBy(desk).version)
    .sort((a, b) => b.version - a.version);
}
