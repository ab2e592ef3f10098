import { err, ok, type AppError, type Result } from '../domain/app-error';
import { handOffPacket } from '../domain/escalation/hand-off-packet';
import { policyFor, type HandOffTarget } from '../domain/escalation/policy';
import { durationMs, epochMs, MINUTE_MS, SECOND_MS, type DurationMs } from '../domain/time';
import { isRefusal, type Refusal } from '../ports/hand-off-desk';
import type { HandOffRow } from '../ports/score-store';
import {
  episodeOf,
  isWithPeople,
  presentEpisode,
  runsOf,
  type HandOffCase,
} from './decide-hand-off';
import type { Deps } from './deps';
import { agentNames } from './episode-view';
import type { RecordDeps } from './record-change';
import { recordHandOff } from './record-hand-off';

export type CarryOutDeps = RecordDeps & Pick<Deps, 'handOffDesk'>;

const FIRST_WAIT_MS = MINUTE_MS;
/** With the second after it, the queue's own limit. */
const LONGEST_WAIT_MS = 15 * MINUTE_MS - SECOND_MS;
/** Later than the wait, so that nobody has the hand-off any more when the job comes. */
const JOB_AFTER_MS = SECOND_MS;
/** Begins the problem of a row whose fields Jira will not take. */
const REFUSED = 'refused:';

/** What a step came to: the row after it, or why it waits. */
type Stepped = Result<HandOffRow | Refusal>;

/**
 * Does what is left of a hand-off that was taken: comment, routing, event; each written down after it
 * was done. What Jira refuses waits for another job, longer each time.
 *
 * @param taken - as it was saved, with a lease
 */
export async function carryOutHandOff(
  deps: CarryOutDeps,
  known: HandOffCase,
  taken: HandOffRow,
): Promise<'handed-off' | 'called-off' | 'waiting' | 'busy'> {
  let row = taken;
  for (;;) {
    if (row.step === 'recorded') return 'handed-off';
    if (row.step === 'called-off') return 'called-off';
    const stepped = await stepOn(deps, known, row);
    if (!stepped.ok) return wait(deps, row, stepped.error);
    if (isRefusal(stepped.value)) return wait(deps, row, stepped.value);
    const saved = await deps.store.saveHandOff(stepped.value);
    // Somebody else has it: this worker was too slow.
    if (saved === 'conflict') return 'busy';
    row = { ...stepped.value, version: row.version + 1 };
  }
}

async function stepOn(deps: CarryOutDeps, known: HandOffCase, row: HandOffRow): Promise<Stepped> {
  if (known.stored.deletedAt !== null) return ok(finished(row, 'called-off'));
  switch (row.step) {
    case 'due':
      return tellPeople(deps, known, row);
    case 'commented':
      return route(deps, known, row);
    default:
      await recordHandOff(deps, row);
      return ok(finished(row, 'recorded'));
  }
}

async function tellPeople(
  { handOffDesk }: CarryOutDeps,
  known: HandOffCase,
  row: HandOffRow,
): Promise<Stepped> {
  const { ticketId } = row;
  // Before all else: it may be there, its answer lost, and the ticket done since.
  const found = await handOffDesk.findComment(ticketId, row);
  if (!found.ok) return found;
  if (found.value !== null) return ok(commented(row, found.value.commentId));
  const episode = episodeOf(known, row);
  // Done since, and perhaps open again: that is another episode, with a hand-off of its own.
  if (episode.resolvedAt !== null) return ok(finished(row, 'called-off'));
  const ticket = await handOffDesk.readTicket(ticketId);
  if (!ticket.ok) return ticket;
  if (ticket.value === 'done') return ok(finished(row, 'called-off'));
  // The ticket's deletion is told apart from a lost permission when the desk tells of it.
  if (ticket.value === 'gone') return err({ kind: 'not-found-or-not-permitted' });
  const runs = runsOf(episode, known.runs);
  const agent = agentNames(known.actors)(row.agentId) ?? row.agentId;
  const told = await handOffDesk.comment(ticketId, handOffPacket(row, runs, agent));
  if (!told.ok) return told;
  return ok(isRefusal(told.value) ? told.value : commented(row, told.value.commentId));
}

async function route(
  { handOffDesk }: CarryOutDeps,
  known: HandOffCase,
  row: HandOffRow,
): Promise<Stepped> {
  const target = targetOf(known, row);
  const routed = await handOffDesk.route(row.ticketId, target, {
    keepsAssignee: isWithPeople(presentEpisode(known)),
  });
  if (!routed.ok) return routed;
  if (isRefusal(routed.value)) return ok(routed.value);
  return ok({ ...row, target, step: 'routed', problem: null });
}

/** What Jira refused is asked again by the policy of today: somebody may have put it right. */
function targetOf({ desk, stored }: HandOffCase, { problem, target }: HandOffRow): HandOffTarget {
  if (problem?.startsWith(REFUSED) !== true || desk.escalation === null) return target;
  return policyFor(desk.escalation.policy, stored.ticket.requestType).target;
}

const commented = (row: HandOffRow, commentId: string): HandOffRow => ({
  ...row,
  step: 'commented',
  commentId,
  problem: null,
});

const finished = (row: HandOffRow, step: 'recorded' | 'called-off'): HandOffRow => ({
  ...row,
  step,
  problem: null,
  leasedUntil: null,
});

/** The job that waits has the hand-off until it comes; if it is lost, the hour finds the hand-off free. */
async function wait(
  { store, queue, clock, log }: CarryOutDeps,
  row: HandOffRow,
  reason: AppError | Refusal,
): Promise<'waiting' | 'busy'> {
  const { handOffId, deskId, ticketId, attempts } = row;
  const problem = isRefusal(reason) ? `${REFUSED}${reason.refused.join(',')}` : reason.kind;
  const delayMs = waitMs(attempts, reason);
  const leasedUntil = epochMs(clock.now() + delayMs);
  log.warn('hand-off.waits', { handOffId, step: row.step, problem, attempts });
  if ((await store.saveHandOff({ ...row, problem, leasedUntil })) === 'conflict') return 'busy';
  await queue.push([{ kind: 'hand-off', deskId, ticketId }], {
    delayMs: durationMs(delayMs + JOB_AFTER_MS),
  });
  return 'waiting';
}

/** A minute, then twice as long each time up to the longest; never shorter than Jira says. */
function waitMs(attempts: number, reason: AppError | Refusal): DurationMs {
  const growing = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(10, attempts - 1));
  const asked =
    !isRefusal(reason) && reason.kind === 'source-unavailable' ? (reason.retryAfterMs ?? 0) : 0;
  return durationMs(Math.max(growing, asked));
}
