import type { Result } from '../domain/app-error';
import type { EpochMs } from '../domain/time';
import { splitEpisodes } from '../domain/timeline/episode';
import type { TicketEvent } from '../domain/timeline/event';
import { toTimeline } from '../domain/timeline/merge-events';
import type { RecordedEvent } from '../domain/timeline/recorded-event';
import type { TicketVerdict, UndoOverrideInput } from '../contract';
import type { StoredTicket } from '../ports/score-store';
import { decideByHand, type DecideDeps } from './decide-by-hand';
import { asOfFor } from './judge-ticket';
import type { Viewer } from './viewer';

/** Takes back every override of the latest episode, so that the rules decide it again. */
export function undoOverride(
  deps: DecideDeps,
  { issue }: UndoOverrideInput,
  viewer: Viewer,
): Promise<Result<TicketVerdict>> {
  return decideByHand(deps, issue, (stored, now) => {
    const overrides = overridesOfLatest(stored, now);
    return overrides.length === 0 ? null : withoutOverrides(stored, overrides, { viewer, now });
  });
}

function overridesOfLatest(
  { ticket, events }: StoredTicket,
  now: EpochMs,
): readonly RecordedEvent[] {
  const latest = splitEpisodes(toTimeline(ticket, events), asOfFor({ events, now })).at(-1);
  if (latest === undefined) return [];
  const inside = new Set<TicketEvent>([...latest.events, ...latest.aftermath]);
  return events.filter(
    ({ origin, event }) => origin === 'app' && event.kind === 'overridden' && inside.has(event),
  );
}

function withoutOverrides(
  stored: StoredTicket,
  overrides: readonly RecordedEvent[],
  { viewer: { accountId }, now }: { readonly viewer: Viewer; readonly now: EpochMs },
): StoredTicket {
  const requestIds = overrides.map(({ key }) => key);
  const detail = JSON.stringify({ accountId, requestIds });
  return {
    ...stored,
    events: stored.events.filter((each) => !overrides.includes(each)),
    undoneOverrides: [...stored.undoneOverrides, ...requestIds],
    owedAudit: [...stored.owedAudit, { at: now, action: 'override-undone', detail }],
  };
}
