import { ok, type AppError, type Result } from '../domain/app-error';
import { durationMs, epochMs, MINUTE_MS, type DurationMs, type EpochMs } from '../domain/time';
import type { BackfillState, DeskRow } from '../ports/score-store';
import type { SnapshotPage } from '../ports/ticket-source';
import { applySnapshots } from './apply-snapshots';
import { hasTime, type Budget, type Deps } from './deps';
import { updateDesk } from './update-desk';

/**
 * Reads a desk's history page by page from where it stopped. The cursor is stored after each page,
 * so a job that is cut off, refused or run twice reads a page again at worst.
 *
 * @returns `source-unavailable` when the desk asks to wait; the work goes on from its cursor then
 */
export async function backfillDesk(
  deps: Deps,
  deskId: string,
  budget: Budget,
): Promise<Result<'done' | 'more' | 'nothing-to-do'>> {
  let desk = await start(deps, deskId);
  if (desk?.backfill.status !== 'running') return ok('nothing-to-do');
  for (let pages = 0; hasTime(budget); pages += 1) {
    const page = await deps.source.readPage(desk, desk.backfill.cursor);
    if (!page.ok) {
      await fail(deps, deskId, page.error);
      // The desk goes at its own pace: having got further is no failure, however often it is so.
      const waitMs = pages === 0 ? null : askedWaitMs(page.error);
      if (waitMs === null) return page;
      await deps.queue.push([{ kind: 'backfill-desk', deskId }], { delayMs: waitMs });
      return ok('more');
    }
    for (const { ticketId, reason } of page.value.unreadable) {
      deps.log.warn('backfill.ticket-unreadable', { ticketId, reason });
    }
    await applySnapshots(deps, desk, page.value.snapshots);
    const cursorBefore = desk.backfill.cursor;
    const next: DeskRow | null = await updateDesk(deps, deskId, (current) =>
      // Somebody else got further meanwhile: theirs holds.
      current.backfill.cursor === cursorBefore && isUnderWay(current.backfill)
        ? { ...current, backfill: advance(current.backfill, page.value, deps.clock.now()) }
        : current,
    );
    if (next === null) return ok('nothing-to-do');
    desk = next;
    if (desk.backfill.status === 'done') {
      await deps.queue.push([{ kind: 'refresh-desk', deskId }]);
      return ok('done');
    }
    if (desk.backfill.status !== 'running') return ok('nothing-to-do');
  }
  await deps.queue.push([{ kind: 'backfill-desk', deskId }]);
  return ok('more');
}

/** The wait that a desk asks for; null: it asks for none, or for more than a job can be put off. */
function askedWaitMs(error: AppError): DurationMs | null {
  if (error.kind !== 'source-unavailable' || error.retryAfterMs === null) return null;
  return error.retryAfterMs <= 15 * MINUTE_MS ? durationMs(error.retryAfterMs) : null;
}

/**
 * Marks the start, and asks how much there is; null when there is no such desk. A backfill that failed
 * is tried again from its cursor when the hour strikes: what was refused may be allowed by then.
 */
async function start(deps: Deps, deskId: string): Promise<DeskRow | null> {
  const desk = await deps.store.readDesk(deskId);
  if (desk?.backfill.status === 'failed') {
    return updateDesk(deps, deskId, (current) => ({
      ...current,
      backfill: { ...current.backfill, status: 'running' },
    }));
  }
  if (desk?.backfill.status !== 'none') return desk;
  const counted = await deps.source.countTickets(desk);
  return updateDesk(deps, deskId, (current) =>
    current.backfill.status === 'none'
      ? {
          ...current,
          backfill: {
            ...current.backfill,
            status: 'running',
            startedAt: deps.clock.now(),
            ticketsTotal: counted.ok ? counted.value : null,
          },
          // What changes from now on is found by its stamp.
          reconciledTo: current.reconciledTo ?? deps.clock.now(),
        }
      : current,
  );
}

/** What was read before a pause was noticed counts: it need not be read again. */
const isUnderWay = ({ status }: BackfillState): boolean =>
  status === 'running' || status === 'paused';

function advance(backfill: BackfillState, page: SnapshotPage, now: EpochMs): BackfillState {
  const openedAts = page.snapshots.map(({ ticket }) => ticket.openedAt);
  const earliest = Math.min(backfill.completeFrom ?? Infinity, ...openedAts);
  const isLast = page.nextCursor === null;
  return {
    ...backfill,
    status: isLast ? 'done' : backfill.status,
    cursor: page.nextCursor,
    ticketsDone: backfill.ticketsDone + page.snapshots.length,
    ticketsUnreadable: backfill.ticketsUnreadable + page.unreadable.length,
    finishedAt: isLast ? now : null,
    completeFrom: Number.isFinite(earliest) ? epochMs(earliest) : null,
    problem: null,
  };
}

async function fail(deps: Deps, deskId: string, error: AppError): Promise<void> {
  const waits = error.kind === 'source-unavailable';
  deps.log.warn('backfill.stopped', { deskId, reason: error.kind, waits });
  await updateDesk(deps, deskId, (current) => ({
    ...current,
    backfill: {
      ...current.backfill,
      status: !waits && current.backfill.status === 'running' ? 'failed' : current.backfill.status,
      problem: error.kind,
    },
  }));
}
