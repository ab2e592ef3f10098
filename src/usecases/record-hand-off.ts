import { mergeEvents } from '../domain/timeline/merge-events';
import type { RecordedEvent } from '../domain/timeline/recorded-event';
import type { HandOffRow, StoredTicket } from '../ports/score-store';
import { recordChange, type RecordDeps } from './record-change';

/**
 * Tells the ticket's timeline and its audit of a hand-off: once, however often it is done. A ticket
 * that a crash left unsettled is settled by it.
 */
export async function recordHandOff(deps: RecordDeps, row: HandOffRow): Promise<void> {
  const { deskId, ticketId, decidedAt } = row;
  await recordChange(deps, {
    deskId,
    ticketId,
    openedAt: decidedAt,
    next: (stored) => (stored === null || stored.deletedAt !== null ? null : told(stored, row)),
    registerDesk: () => Promise.resolve(null),
  });
}

function told(stored: StoredTicket, row: HandOffRow): StoredTicket | null {
  const { handOffId, runId, agentId, reason, confidence, threshold, policyVersion, decidedAt } =
    row;
  const isKnown = stored.events.some(({ origin, key }) => origin === 'app' && key === handOffId);
  if (isKnown) return stored.isSettled ? null : stored;
  const handedOff: RecordedEvent = {
    origin: 'app',
    key: handOffId,
    event: {
      kind: 'handed-off',
      at: decidedAt,
      actor: { id: agentId, kind: 'ai-agent' },
      reason,
    },
  };
  const detail = JSON.stringify({
    handOffId,
    runId,
    agentId,
    reason,
    confidence,
    threshold,
    policyVersion,
  });
  return {
    ...stored,
    events: mergeEvents(stored.events, [handedOff]),
    owedAudit: [...stored.owedAudit, { at: decidedAt, action: 'handed-off', detail }],
  };
}
