import { z } from 'zod';

import { err, ok, type Result } from '../../domain/app-error';
import { epochMs, HOUR_MS, MINUTE_MS, SECOND_MS, type EpochMs } from '../../domain/time';
import type {
  ChangeFeed,
  FeedPage,
  FeedPlace,
  StampPage,
  TicketStamp,
} from '../../ports/change-feed';
import { encodedQuery, where } from './client/encoded-query';
import { snReference, snSysId, snTime } from './client/record-values';
import { readCursor, toCursor, type Keyset } from './incident/keyset';
import { desksOf } from './incident/desk-of-incident';
import type { IncidentRecord } from './incident/incident-records';
import { parseRecords } from './incident/parse-records';
import { readIncidentsAfter } from './incident/read-incidents';
import { readTickets } from './incident/read-tickets';
import { snapshotsOf, type OpenInstance } from './incident/snapshots-of';
import { openInstance, type InstanceDeps } from './open-instance';
import { sysIdOf, ticketIdOf } from './ticket-id';

const INCIDENTS_PER_PAGE = 500;
const STAMPS_PER_PAGE = 5_000;
/** A change may show this late: transactions are long, and the nodes of an instance differ in their clocks. */
const OVERLAP_MS = 5 * MINUTE_MS;
/** What changed just before it was read may have had its audit and journal still to come. */
const SETTLES_AFTER_MS = 30 * SECOND_MS;
/** The first poll looks this far back: the clocks may differ, and the backfill reads the rest. */
const FIRST_LOOK_BACK_MS = HOUR_MS;
/** More changes than that within the overlap are read again rather than remembered. */
const MOST_REMEMBERED = 2_000;

/** What changes on the connected instance, of all its desks at once. */
export function createServiceNowChangeFeed(deps: InstanceDeps): ChangeFeed {
  return {
    async readChanges(place, cursor) {
      const instance = await openInstance(deps);
      if (!instance.ok) return instance;
      const after = cursor === null ? ok(startOf(place, deps.clock.now())) : readCursor(cursor);
      return after.ok ? readPage(deps, instance.value, place, after.value) : after;
    },

    async listStamps(after) {
      const instance = await openInstance(deps);
      return instance.ok ? listStamps(instance.value, after) : instance;
    },

    async readTickets(ticketIds) {
      const instance = await openInstance(deps);
      return instance.ok ? readTickets(deps, instance.value, ticketIds) : instance;
    },
  };
}

async function readPage(
  deps: InstanceDeps,
  instance: OpenInstance,
  place: FeedPlace,
  after: Keyset,
): Promise<Result<FeedPage>> {
  const now = deps.clock.now();
  const page = await readIncidentsAfter(instance.api, after, INCIDENTS_PER_PAGE);
  if (!page.ok) return page;
  const { incidents, unreadable, last, hasNext, serverTime } = page.value;
  const known = new Map(place.recent.map(({ sysId, change }) => [sysId, change] as const));
  const changed = incidents.filter((incident) => known.get(incident.sysId) !== changeOf(incident));
  const snapshots = await snapshotsOf(deps, instance, changed);
  if (!snapshots.ok) return snapshots;
  return ok({
    snapshots: snapshots.value,
    unreadable,
    next: placeAfter(place, incidents, last, serverTime ?? now),
    nextCursor: hasNext && last !== null ? toCursor(last) : null,
    clockAheadMs: serverTime === null ? null : serverTime - now,
  });
}

function startOf({ watermark }: FeedPlace, now: EpochMs): Keyset {
  if (watermark === null) return { updatedOn: epochMs(now - FIRST_LOOK_BACK_MS), sysId: '' };
  return { updatedOn: epochMs(watermark.updatedOn - OVERLAP_MS), sysId: '' };
}

/** The number of updates tells two within one second apart. */
const changeOf = ({ updatedAt, modCount }: IncidentRecord): string =>
  `${String(updatedAt)}/${String(modCount)}`;

function placeAfter(
  { watermark, recent }: FeedPlace,
  incidents: readonly IncidentRecord[],
  last: Keyset | null,
  serverTime: EpochMs,
): FeedPlace {
  // The overlap lies before the mark: a page of nothing else does not move it back.
  const isLater =
    last !== null &&
    (watermark === null ||
      last.updatedOn > watermark.updatedOn ||
      (last.updatedOn === watermark.updatedOn && last.sysId > watermark.sysId));
  const next = isLater ? last : watermark;
  const from = (next?.updatedOn ?? 0) - OVERLAP_MS;
  const remembered = new Map(recent.map((each) => [each.sysId, each.change] as const));
  for (const incident of incidents) {
    remembered.delete(incident.sysId);
    const isSettled = incident.updatedAt <= serverTime - SETTLES_AFTER_MS;
    if (isSettled) remembered.set(incident.sysId, changeOf(incident));
  }
  const kept = [...remembered].flatMap(([sysId, change]) =>
    Number(change.split('/')[0]) >= from ? [{ sysId, change }] : [],
  );
  return { watermark: next, recent: kept.slice(-MOST_REMEMBERED) };
}

const stampSchema = z.object({
  sys_id: snSysId,
  sys_updated_on: snTime,
  assignment_group: snReference.optional(),
});

async function listStamps(
  { api, connection }: OpenInstance,
  after: string | null,
): Promise<Result<StampPage>> {
  const page = await api.readTable({
    table: 'incident',
    query: encodedQuery(after === null ? [] : [where('sys_id', '>', sysIdOf(after))], {
      orderBy: ['sys_id'],
    }),
    fields: ['sys_id', 'sys_updated_on', 'assignment_group'],
    limit: STAMPS_PER_PAGE,
  });
  if (!page.ok) return page;
  const rows = parseRecords('incident', page.value.records, stampSchema);
  if (!rows.ok) return rows;
  const groups = new Set(connection.mapping.groups.map(({ sysId }) => sysId));
  const last = rows.value.at(-1)?.sys_id;
  const isLast = !page.value.hasNext;
  if (!isLast && last === undefined) return ROWS_HIDDEN;
  return ok({
    deskIds: desksOf(connection).map(({ deskId }) => deskId),
    stamps: rows.value.map(({ sys_id, sys_updated_on, assignment_group }): TicketStamp => ({
      ticketId: ticketIdOf(sys_id),
      updatedAt: sys_updated_on ?? epochMs(0),
      isInDesk: groups.size === 0 || groups.has(assignment_group ?? ''),
    })),
    upTo: isLast || last === undefined ? AFTER_ALL : ticketIdOf(last),
    isLast,
  });
}

/** Above every ticket's id. */
const AFTER_ALL = 'servicenow:~';

/** A whole page that access rules hide: nothing can be said of what is there. */
const ROWS_HIDDEN = err({
  kind: 'source-refused',
  source: 'servicenow',
  refusal: 'role',
  subject: 'incident',
});
