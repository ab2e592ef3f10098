import type { Result } from '../domain/app-error';
import { epochMs, type EpochMs } from '../domain/time';
import { mergeEvents } from '../domain/timeline/merge-events';
import type { RecordedEvent } from '../domain/timeline/recorded-event';
import type { OverrideOutcomeInput, TicketVerdict } from '../contract';
import type { StoredTicket } from '../ports/score-store';
import { decideByHand, type DecideDeps } from './decide-by-hand';
import { asOfFor } from './judge-ticket';
import type { Viewer } from './viewer';

/** A person says what became of the ticket's latest episode (rule 1). Told twice, it is one decision. */
export function overrideOutcome(
  deps: DecideDeps,
  input: OverrideOutcomeInput,
  viewer: Viewer,
): Promise<Result<TicketVerdict>> {
  return decideByHand(deps, input.issue, (stored, now) => {
    const isTold =
      stored.undoneOverrides.includes(input.requestId) ||
      stored.events.some(({ origin, key }) => origin === 'app' && key === input.requestId);
    return isTold ? null : overridden(stored, input, { viewer, now });
  });
}

function overridden(
  stored: StoredTicket,
  { requestId, outcome, reason }: OverrideOutcomeInput,
  { viewer: { accountId }, now }: { readonly viewer: Viewer; readonly now: EpochMs },
): StoredTicket {
  const at = momentAfter(stored.events, now);
  const override: RecordedEvent = {
    origin: 'app',
    key: requestId,
    // Whose decision it is must be told, so the account's own id stands here, and no hash.
    event: {
      kind: 'overridden',
      at,
      actor: { id: accountId, kind: 'human-agent' },
      outcome,
      reason,
    },
  };
  const detail = JSON.stringify({ requestId, accountId, outcome, reason });
  return {
    ...stored,
    events: mergeEvents(stored.events, [override]),
    owedAudit: [...stored.owedAudit, { at, action: 'outcome-overridden', detail }],
  };
}

/** Now; later than what has happened when the desk's clock is ahead, so that the decision is the last. */
function momentAfter(events: readonly RecordedEvent[], now: EpochMs): EpochMs {
  const asOf = asOfFor({ events, now });
  const isTaken = events.some(({ event }) => event.kind === 'overridden' && event.at === asOf);
  return isTaken ? epochMs(asOf + 1) : asOf;
}
