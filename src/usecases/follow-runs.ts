import { durationMs, SECOND_MS } from '../domain/time';
import type { Job } from '../ports/job-queue';
import { decideHandOff } from './decide-hand-off';
import type { Deps } from './deps';
import type { WrittenRuns } from './write-runs';

/** So that batches that come late have settled before people are told. */
export const HAND_OFF_AFTER_MS = durationMs(30 * SECOND_MS);
const IDS_PER_JOB = 100;

/**
 * Has done what follows from runs that were written: tickets are settled soon, and handed off where a
 * policy says so. Jobs that are lost cost time only where the hour does the same; those of a hand-off
 * are pushed again when the batch is sent again.
 */
export async function followRuns(
  { queue, digest }: Pick<Deps, 'queue' | 'digest'>,
  { cases, unsettled }: WrittenRuns,
): Promise<void> {
  const byDesk = new Map<string, string[]>();
  for (const { ticket } of unsettled) {
    const ofDesk = byDesk.get(ticket.desk);
    if (ofDesk === undefined) byDesk.set(ticket.desk, [ticket.id]);
    else ofDesk.push(ticket.id);
  }
  const settling: Job[] = [];
  for (const [deskId, ids] of byDesk) {
    for (let i = 0; i < ids.length; i += IDS_PER_JOB) {
      const ticketIds = ids.slice(i, i + IDS_PER_JOB);
      settling.push({ kind: 'settle-tickets', deskId, ticketIds });
    }
  }
  if (settling.length > 0) await queue.push(settling);
  const handOffs = [...cases].flatMap(([ticketId, known]): readonly Job[] =>
    decideHandOff(known, digest) === null
      ? []
      : [{ kind: 'hand-off', deskId: known.desk.deskId, ticketId }],
  );
  if (handOffs.length > 0) await queue.push(handOffs, { delayMs: HAND_OFF_AFTER_MS });
}
