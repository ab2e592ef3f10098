import { ok, type Result } from '../domain/app-error';
import { durationMs, MINUTE_MS, type EpochMs } from '../domain/time';
import type { DeskRow } from '../ports/score-store';
import type { UpdatedSpan } from '../ports/ticket-source';
import { applySnapshots } from './apply-snapshots';
import { computeRollups } from './compute-rollups';
import { deleteTicket } from './delete-ticket';
import { hasTime, type Budget, type Deps } from './deps';
import { matchRuns } from './match-runs';
import { recordDecisions } from './record-decisions';
import { rescoreTickets } from './rescore-tickets';
import { tagTickets } from './tag-tickets';
import { updateDesk } from './update-desk';

const TICKETS_AT_ONCE = 300;
const SNAPSHOTS_AT_ONCE = 100;
const HAND_OFFS_AT_ONCE = 200;
/** Recent changes are looked at twice, since a search may lag behind a change. */
const RECONCILE_OVERLAP_MIN = 15;
/** A desk as it was read may be older than this by a step. Settings published meanwhile leave a mark. */
const READ_AGAIN_AFTER_MS = durationMs(10_000);
/** Fewer than these are read again without regret. */
const MANY_TICKETS = 200;

type Step = (deps: Deps, desk: DeskRow, budget: Budget) => Promise<Result<'done' | 'more'>>;

/** In this order: each step leaves what the next one needs. */
const STEPS: readonly Step[] = [
  recordLeftovers,
  joinRuns,
  settleLeftovers,
  resumeHandOffs,
  rescoreAll,
  readFlaggedTickets,
  reconcile,
  maturePending,
  writeTags,
  computeRollups,
];

/** Episodes mature first, or they would count as mature and still pending. */
const ROLLUP_STEPS: readonly Step[] = [maturePending, computeRollups];

/**
 * Everything the hour asks of a desk: finishes what a crash left, reads what pushes could not tell,
 * compares recent tickets with the desk, lets episodes mature, writes tags, and computes every KPI
 * into roll-ups. Every step goes on where it stopped and does nothing twice.
 */
export async function refreshDesk(deps: Deps, deskId: string, budget: Budget): Promise<Refreshed> {
  return runSteps(deps, deskId, budget, { kind: 'refresh-desk', steps: STEPS });
}

/**
 * The part of it that figures need after single changes, so that between two hours they follow within
 * minutes. While all tickets are read or judged again it is left to that work: figures of half of
 * them are none.
 */
export async function refreshRollups(
  deps: Deps,
  deskId: string,
  budget: Budget,
): Promise<Refreshed> {
  const desk = await deps.store.readDesk(deskId);
  if (desk === null || desk.rescore !== null || desk.backfill.status === 'running') {
    return ok('nothing-to-do');
  }
  const marked = await deps.store.listMarkedDays(deskId, 1);
  return marked.length === 0
    ? ok('nothing-to-do')
    : runSteps(deps, deskId, budget, { kind: 'refresh-rollups', steps: ROLLUP_STEPS });
}

type Refreshed = Result<'done' | 'more' | 'nothing-to-do'>;

async function runSteps(
  deps: Deps,
  deskId: string,
  budget: Budget,
  work: { readonly kind: 'refresh-desk' | 'refresh-rollups'; readonly steps: readonly Step[] },
): Promise<Refreshed> {
  let refusal: Result<never> | null = null;
  let desk = await deps.store.readDesk(deskId);
  let readAtMs = budget.remainingMs();
  for (const step of work.steps) {
    // After a long step anew: what is judged after settings were published should be judged by them.
    if (readAtMs - budget.remainingMs() > READ_AGAIN_AFTER_MS) {
      desk = await deps.store.readDesk(deskId);
      readAtMs = budget.remainingMs();
    }
    if (desk === null) return ok('nothing-to-do');
    const result = await step(deps, desk, budget);
    if (!result.ok) {
      // The desk refuses to be read or written; what is known is still worth computing.
      deps.log.warn('refresh.step-refused', { deskId, step: step.name, reason: result.error.kind });
      refusal ??= result;
      continue;
    }
    if (result.value === 'more') {
      await deps.queue.push([{ kind: work.kind, deskId }]);
      return ok('more');
    }
  }
  return refusal ?? ok('done');
}

async function recordLeftovers(deps: Deps, desk: DeskRow): Promise<Result<'done'>> {
  await recordDecisions(deps, desk);
  return ok('done');
}

/** Runs whose tickets the desk told of in another way than by an event. */
async function joinRuns(
  deps: Deps,
  { deskId }: DeskRow,
  budget: Budget,
): Promise<Result<'done' | 'more'>> {
  return ok(await matchRuns(deps, { deskId, ticketIds: null }, budget));
}

/** Hand-offs that nobody has: whoever worked on them died, or a job was lost. */
async function resumeHandOffs(
  deps: Deps,
  { deskId, escalation }: DeskRow,
): Promise<Result<'done'>> {
  // A desk that never had a policy has no hand-offs.
  if (escalation === null) return ok('done');
  const free = await deps.store.listUnfinishedHandOffs({
    deskId,
    freeAt: deps.clock.now(),
    limit: HAND_OFFS_AT_ONCE,
  });
  const ticketIds = new Set(free.map(({ ticketId }) => ticketId));
  await deps.queue.push(
    [...ticketIds].map((ticketId) => ({ kind: 'hand-off', deskId, ticketId }) as const),
  );
  return ok('done');
}

/** Judges the tickets of a list again until it is empty: judging takes them off it. */
async function rescoreListed(
  deps: Deps,
  desk: DeskRow,
  budget: Budget,
  work: { readonly list: () => Promise<readonly string[]>; readonly isForced: boolean },
): Promise<Result<'done' | 'more'>> {
  while (hasTime(budget)) {
    const ids = await work.list();
    if (ids.length === 0) return ok('done');
    await rescoreTickets(deps, desk, ids, { isForced: work.isForced });
  }
  return ok('more');
}

function settleLeftovers(deps: Deps, desk: DeskRow, budget: Budget) {
  return rescoreListed(deps, desk, budget, {
    list: () => deps.store.listUnsettledTickets(desk.deskId, TICKETS_AT_ONCE),
    isForced: true,
  });
}

function maturePending(deps: Deps, desk: DeskRow, budget: Budget) {
  const now = deps.clock.now();
  return rescoreListed(deps, desk, budget, {
    list: () => deps.store.listMaturedPending(desk.deskId, now, TICKETS_AT_ONCE),
    isForced: false,
  });
}

/** A new definition or registry: every ticket is judged again, in the order of their ids. */
async function rescoreAll(
  deps: Deps,
  desk: DeskRow,
  budget: Budget,
): Promise<Result<'done' | 'more'>> {
  let work = desk.rescore;
  while (work !== null) {
    if (!hasTime(budget)) return ok('more');
    const { mark, after, writesAll = false } = work;
    const ids = await deps.store.listTicketIds(desk.deskId, after, TICKETS_AT_ONCE);
    await rescoreTickets(deps, desk, ids, { isForced: writesAll });
    const last = ids.at(-1);
    const next = await updateDesk(deps, desk.deskId, (current) =>
      // A newer change has a mark of its own and starts over.
      current.rescore?.mark === mark
        ? { ...current, rescore: last === undefined ? null : { ...current.rescore, after: last } }
        : current,
    );
    if (next?.rescore !== null && next?.rescore.mark !== mark) return ok('more');
    work = next.rescore;
  }
  return ok('done');
}

/** Tickets whose pushes left something open: facts that no push carries, or a change that is missing. */
async function readFlaggedTickets(
  deps: Deps,
  desk: DeskRow,
  budget: Budget,
): Promise<Result<'done' | 'more'>> {
  // Onwards by id: a ticket that cannot be read stays flagged, and holds up no other.
  let after = '';
  while (hasTime(budget)) {
    const ids = await deps.store.listTicketsNeedingSnapshot(desk.deskId, after, SNAPSHOTS_AT_ONCE);
    const last = ids.at(-1);
    if (last === undefined) return ok('done');
    after = last;
    const read = await deps.source.readSnapshots(desk, ids);
    if (!read.ok) return read;
    await applySnapshots(deps, desk, read.value.page.snapshots);
    const at = deps.clock.now();
    for (const ticketId of read.value.missing) {
      await deleteTicket(deps, { ticketId, deskId: desk.deskId, openedAt: null, at });
    }
    for (const { ticketId, reason } of read.value.page.unreadable) {
      deps.log.warn('refresh.ticket-unreadable', { ticketId, reason });
    }
  }
  return ok('more');
}

/** Compares recently updated tickets with the desk, in case a push was lost. */
async function reconcile(
  deps: Deps,
  desk: DeskRow,
  budget: Budget,
): Promise<Result<'done' | 'more'>> {
  if (desk.backfill.status !== 'done' || desk.reconciledTo === null) return ok('done');
  const startedAt = deps.clock.now();
  const minutesAgo = (at: EpochMs): number => (startedAt - at) / MINUTE_MS;
  const bulk = desk.taggedInBulk;
  const span: UpdatedSpan = {
    sinceMin: minutesAgo(desk.reconciledTo) + RECONCILE_OVERLAP_MIN,
    except: bulk === null ? null : { fromMin: minutesAgo(bulk.from), toMin: minutesAgo(bulk.to) },
  };
  let cursor: string | null = null;
  do {
    if (!hasTime(budget)) return ok('more');
    const page = await deps.source.readUpdatedPage(desk, span, cursor);
    if (!page.ok) return page;
    await applySnapshots(deps, desk, page.value.snapshots);
    cursor = page.value.nextCursor;
  } while (cursor !== null);
  await updateDesk(deps, desk.deskId, (current) => ({ ...current, reconciledTo: startedAt }));
  return ok('done');
}

/**
 * Writing the field of a ticket moves its `updated` stamp. After a backfill that is every ticket, and
 * reading all of them again would cost as much as the backfill did: the span is remembered.
 */
async function writeTags(
  deps: Deps,
  desk: DeskRow,
  budget: Budget,
): Promise<Result<'done' | 'more'>> {
  const from = deps.clock.now();
  const tagged = await tagTickets(deps, desk.deskId, budget);
  if (!tagged.ok) return tagged;
  if (tagged.value.tickets >= MANY_TICKETS) {
    const to = deps.clock.now();
    await updateDesk(deps, desk.deskId, (current) => ({
      ...current,
      taggedInBulk: { from, to },
    }));
  }
  return ok(tagged.value.isDone ? 'done' : 'more');
}
