import { ok, type Result } from '../domain/app-error';
import { addDays, deskDayOf } from '../domain/kpi/desk-day';
import type { AdministeredDesk, Administration } from '../contract';
import type { DeskRow, WaitingWork } from '../ports/score-store';
import type { Deps } from './deps';
import { completeFrom } from './report-frame';
import { isRead } from './service-now-desks';
import { unclassifiedActors } from './unclassified-actors';
import { iso, isoOrNull } from './wire-time';

const USAGE_DAYS = 30;

/** Everything administration shows, in two statements. Desks that nothing is read for are left out. */
export async function readAdministration(
  deps: Pick<Deps, 'access' | 'accounts' | 'connections' | 'store' | 'settings' | 'clock'>,
): Promise<Result<Administration>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const connection = await deps.connections.read();
  const desks = (await deps.store.listDesks()).filter((desk) => isRead(desk, connection));
  const { waiting, doubtful, usage } = await deps.store.readOverview({
    deskIds: desks.map(({ deskId }) => deskId),
    usageFrom: addDays(deskDayOf(now, 'UTC'), 1 - USAGE_DAYS),
  });
  const actors = await deps.settings.readRegistry();
  return ok({
    asOf: iso(now),
    desks: desks.map((desk) =>
      toAdministeredDesk(
        desk,
        waiting.find(({ deskId }) => deskId === desk.deskId),
      ),
    ),
    actors,
    unclassified: unclassifiedActors(doubtful, actors, deps.accounts),
    usage,
  });
}

function toAdministeredDesk(desk: DeskRow, waiting: WaitingWork | undefined): AdministeredDesk {
  const { backfill } = desk;
  return {
    projectKey: desk.key,
    name: desk.name ?? desk.key,
    source: desk.source,
    timeZone: desk.profile.timeZone,
    definitionVersion: desk.definitionVersion,
    computedAt: isoOrNull(desk.standing?.asOf ?? null),
    reconciledAt: isoOrNull(desk.reconciledTo),
    isRescoring: desk.rescore !== null,
    completeFrom: isoOrNull(completeFrom(desk)),
    backfill: {
      status: backfill.status,
      ticketsDone: backfill.ticketsDone,
      ticketsTotal: backfill.ticketsTotal,
      ticketsUnreadable: backfill.ticketsUnreadable,
      startedAt: isoOrNull(backfill.startedAt),
      finishedAt: isoOrNull(backfill.finishedAt),
      problem: backfill.problem,
    },
    waiting: {
      unsettled: waiting?.unsettled ?? 0,
      untagged: waiting?.untagged ?? 0,
      flagged: waiting?.flagged ?? 0,
    },
  };
}
