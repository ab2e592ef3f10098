import { ok, type Result } from '../../domain/app-error';
import type { SnapshotPage, TicketSource } from '../../ports/ticket-source';
import type { ServiceNowApi } from './client/service-now-api';
import { desksOf } from './incident/desk-of-incident';
import { readCursor, toCursor } from './incident/keyset';
import { readIncidentsAfter } from './incident/read-incidents';
import { readTickets } from './incident/read-tickets';
import { snapshotsOf } from './incident/snapshots-of';
import { openInstance, type InstanceDeps } from './open-instance';

/** Four lists of ids as long as an address takes: a page costs one request, and four for audit and journal each. */
const INCIDENTS_PER_PAGE = 916;

/**
 * A connected instance as a source of tickets with whole histories, read by time of update: what changes
 * meanwhile moves to the end. About one request an 80 incidents.
 */
export function createServiceNowTicketSource(deps: InstanceDeps): TicketSource {
  return {
    async listDesks() {
      const connection = await deps.connections.read();
      return ok(connection === null ? [] : desksOf(connection));
    },

    async countTickets() {
      const instance = await openInstance(deps);
      return instance.ok ? countIncidents(instance.value.api) : instance;
    },

    async readPage(desk, cursor) {
      const instance = await openInstance(deps);
      if (!instance.ok) return instance;
      const after = cursor === null ? ok(null) : readCursor(cursor);
      if (!after.ok) return after;
      const page = await readIncidentsAfter(instance.value.api, after.value, INCIDENTS_PER_PAGE);
      if (!page.ok) return page;
      const { incidents, unreadable, last, hasNext } = page.value;
      const read = await snapshotsOf(deps, instance.value, incidents);
      if (!read.ok) return read;
      return ok({
        snapshots: read.value.filter(({ ticket }) => ticket.desk === desk.deskId),
        unreadable,
        nextCursor: hasNext && last !== null ? toCursor(last) : null,
      });
    },

    // The feed follows what changes, of all desks at once.
    readUpdatedPage: () => Promise.resolve(ok(NOTHING)),

    async readSnapshots(desk, ticketIds) {
      const instance = await openInstance(deps);
      if (!instance.ok) return instance;
      const read = await readTickets(deps, instance.value, ticketIds);
      if (!read.ok) return read;
      const { snapshots, unreadable, deleted } = read.value;
      const own = snapshots.filter(({ ticket }) => ticket.desk === desk.deskId);
      return ok({ page: { snapshots: own, unreadable, nextCursor: null }, missing: deleted });
    },
  };
}

const NOTHING: SnapshotPage = { snapshots: [], unreadable: [], nextCursor: null };

async function countIncidents(api: ServiceNowApi): Promise<Result<number | null>> {
  const page = await api.readTable({ table: 'incident', query: '', fields: ['sys_id'], limit: 1 });
  return page.ok ? ok(page.value.totalCount) : page;
}
