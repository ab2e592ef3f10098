import type { EpochMs } from '../time';
import { placeRuns } from './place-runs';
import type { EventOrigin, RecordedEvent } from './recorded-event';
import type { Ticket, Timeline } from './ticket';

/** At equal times the desk's history comes before comments, and those before what we know ourselves. */
const RANK: Readonly<Record<EventOrigin, number>> = { history: 0, push: 0, comment: 1, app: 2 };

/** A push and the history that covers it may be stamped this far apart. */
const SAME_CHANGE_MS = 2_000;

/**
 * What is recorded after more was told. Idempotent by (origin, key); of two tellings of the same key the
 * one of the higher revision stays, else the later. The result does not depend on the order of delivery.
 */
export function mergeEvents(
  stored: readonly RecordedEvent[],
  incoming: readonly RecordedEvent[],
): readonly RecordedEvent[] {
  const byIdentity = new Map<string, RecordedEvent>();
  for (const recorded of stored) byIdentity.set(identityOf(recorded), recorded);
  for (const recorded of incoming) {
    const known = byIdentity.get(identityOf(recorded));
    if ((known?.revision ?? 0) > (recorded.revision ?? 0)) continue;
    byIdentity.set(identityOf(recorded), recorded);
  }
  return [...byIdentity.values()].sort(compareRecorded);
}

/**
 * What is recorded after the desk told a ticket's whole history: it replaces what earlier histories
 * and pushes had told. Pushes about later changes stay, and so does what Firstline itself knows.
 *
 * @param coveredUpTo - the desk's `updated` stamp of the snapshot
 */
export function mergeSnapshot(
  stored: readonly RecordedEvent[],
  snapshot: readonly RecordedEvent[],
  coveredUpTo: EpochMs,
): readonly RecordedEvent[] {
  const isTold = (push: RecordedEvent): boolean =>
    snapshot.some(
      ({ event }) =>
        Math.abs(event.at - push.event.at) <= SAME_CHANGE_MS && isSameChange(event, push.event),
    );
  const kept = stored.filter((recorded) => {
    if (recorded.origin === 'app') return true;
    if (recorded.event.at <= coveredUpTo) return false;
    return recorded.origin === 'push' ? !isTold(recorded) : true;
  });
  return mergeEvents(kept, snapshot);
}

/** The ticket's timeline as the rules read it. */
export function toTimeline(ticket: Ticket, recorded: readonly RecordedEvent[]): Timeline {
  return { ...ticket, events: placeRuns(recorded.map(({ event }) => event)) };
}

const identityOf = ({ origin, key }: RecordedEvent): string => `${origin}/${key}`;

function isSameChange(a: RecordedEvent['event'], b: RecordedEvent['event']): boolean {
  if (a.actor.id !== b.actor.id) return false;
  if (a.kind === 'status' && b.kind === 'status') return a.status === b.status;
  if (a.kind === 'assigned' && b.kind === 'assigned') return a.to?.id === b.to?.id;
  return false;
}

function compareRecorded(a: RecordedEvent, b: RecordedEvent): number {
  return (
    a.event.at - b.event.at ||
    RANK[a.origin] - RANK[b.origin] ||
    compareKeys(a.key, b.key) ||
    (a.origin < b.origin ? -1 : a.origin > b.origin ? 1 : 0)
  );
}

/** `9:0` before `10:0`: parts that are numbers compare as numbers. */
function compareKeys(a: string, b: string): number {
  const [left, right] = [a.split(':'), b.split(':')];
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const [x = '', y = ''] = [left[i], right[i]];
    if (x === y) continue;
    const areNumbers = /^\d+$/.test(x) && /^\d+$/.test(y);
    if (areNumbers && Number(x) !== Number(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return 0;
}
