import { durationMs, SECOND_MS } from '../domain/time';
import type { Deps } from './deps';

/** The instance writes audit and journal a moment after the record. */
const SETTLING_MS = durationMs(5 * SECOND_MS);

/** What a Business Rule says of an incident: too little to believe, enough to ask. */
export interface PushedChange {
  readonly ticketId: string;
}

/** The ticket is read in its own job: whoever pushes does not wait for it. */
export async function receivePush(
  { queue, connections, clock }: Pick<Deps, 'queue' | 'connections' | 'clock'>,
  { ticketId }: PushedChange,
): Promise<void> {
  await queue.push([{ kind: 'read-pushed', ticketIds: [ticketId] }], { delayMs: SETTLING_MS });
  await connections.notePush(clock.now());
}
