import { err, ok, type Result } from '../../../domain/app-error';
import type { EpochMs } from '../../../domain/time';
import type { ServiceNowApi, TableQuery } from '../client/service-now-api';
import { ticketIdOf } from '../ticket-id';
import { incidentsAfter, MOST_ROWS } from './incident-query';
import type { IncidentRecord } from './incident-records';
import { incidentSchema } from './incident-schema';
import type { Keyset } from './keyset';
import { describeRow } from './parse-records';

export interface IncidentPage {
  readonly incidents: readonly IncidentRecord[];
  /** By id with the reason, for those whose fields cannot be read. */
  readonly unreadable: readonly { readonly ticketId: string; readonly reason: string }[];
  /** Place of the last record; null: the page is empty. */
  readonly last: Keyset | null;
  readonly hasNext: boolean;
  readonly serverTime: EpochMs | null;
}

/** The incidents after a place. A short page is not the last one: only the instance says which is. */
export async function readIncidentsAfter(
  api: ServiceNowApi,
  after: Keyset | null,
  limit: number,
): Promise<Result<IncidentPage>> {
  const page = await readIncidents(api, incidentsAfter(after, limit));
  if (!page.ok || page.value.last !== null || !page.value.hasNext) return page;
  // Access rules hide the whole page: a larger one reaches beyond it.
  if (limit < MOST_ROWS) return readIncidentsAfter(api, after, MOST_ROWS);
  return err({
    kind: 'source-refused',
    source: 'servicenow',
    refusal: 'role',
    subject: 'incident',
  });
}

export async function readIncidents(
  api: ServiceNowApi,
  query: TableQuery,
): Promise<Result<IncidentPage>> {
  const page = await api.readTable(query);
  if (!page.ok) return page;
  const incidents: IncidentRecord[] = [];
  const unreadable: { ticketId: string; reason: string }[] = [];
  let last: Keyset | null = null;
  for (const row of page.value.records) {
    const read = incidentSchema.safeParse(row);
    if (read.success) {
      incidents.push(read.data);
      last = { updatedOn: read.data.updatedAt, sysId: read.data.sysId };
      continue;
    }
    const ticketId = ticketIdOf(String(row['sys_id']));
    unreadable.push({ ticketId, reason: describeRow('incident', read.error).join('; ') });
  }
  const { hasNext, serverTime } = page.value;
  // Nothing could be read: there is no place to go on from, and no figure to be made of the rest.
  if (incidents.length === 0 && unreadable.length > 0) {
    return err({
      kind: 'source-malformed',
      source: 'servicenow',
      issues: unreadable.slice(0, 1).map(({ reason }) => reason),
    });
  }
  return ok({ incidents, unreadable, last, hasNext, serverTime });
}
