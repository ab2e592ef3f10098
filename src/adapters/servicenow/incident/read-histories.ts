import type { z } from 'zod';

import { err, ok, type Result } from '../../../domain/app-error';
import type { ServiceNowApi, TableQuery } from '../client/service-now-api';
import { cutLists } from '../client/table-address';
import { auditsOf, journalOf, slasMissedBetween, slasOf } from './incident-query';
import type {
  AuditRecord,
  IncidentHistory,
  IncidentRecord,
  JournalRecord,
  SlaRecord,
} from './incident-records';
import { auditSchema, journalSchema, slaSchema } from './incident-schema';
import { parseRecords } from './parse-records';

/**
 * Incidents with audit, journal and missed service levels, some two hundred in two or three requests. One that was never updated has no
 * audit but its creation's, and is read with the others all the same: instances may audit creations.
 */
export async function readHistories(
  api: ServiceNowApi,
  incidents: readonly IncidentRecord[],
): Promise<Result<readonly IncidentHistory[]>> {
  const ids = incidents.map(({ sysId }) => sysId);
  const audits = await readOfAll(api, ids, auditsOf, auditSchema);
  if (!audits.ok) return audits;
  const journal = await readOfAll(api, ids, journalOf, journalSchema);
  if (!journal.ok) return journal;
  const slas = await readMissedSlas(api, incidents);
  if (!slas.ok) return slas;
  const auditsById = byIncident<AuditRecord>(audits.value);
  const journalById = byIncident<JournalRecord>(journal.value);
  return ok(
    incidents.map((incident) => ({
      incident,
      audits: auditsById.get(incident.sysId) ?? [],
      journal: journalById.get(incident.sysId) ?? [],
      slas: slas.value?.get(incident.sysId) ?? null,
    })),
  );
}

/**
 * Which service levels were breached, of incidents that say that one was. null: the account may not read them,
 * and the incident's own word has to do.
 */
async function readMissedSlas(
  api: ServiceNowApi,
  incidents: readonly IncidentRecord[],
): Promise<Result<ReadonlyMap<string, readonly SlaRecord[]> | null>> {
  const missed = incidents.filter(({ madeSla }) => madeSla === false);
  const slas = await readSlas(api, missed);
  if (slas.ok) return ok(byIncident<SlaRecord>(slas.value));
  return slas.error.kind === 'source-refused' && slas.error.subject === 'task_sla'
    ? ok(null)
    : slas;
}

/** Incidents of a page follow each other in time: many of them are asked for by their span, in one request. */
async function readSlas(
  api: ServiceNowApi,
  missed: readonly IncidentRecord[],
): Promise<Result<readonly SlaRecord[]>> {
  const ids = missed.map(({ sysId }) => sysId);
  const [first] = missed;
  const last = missed.at(-1);
  if (first !== undefined && last !== undefined && cutLists(ids, slasOf).length > 1) {
    const page = await api.readTable(slasMissedBetween(first.updatedAt, last.updatedAt));
    if (!page.ok) return page;
    if (!page.value.hasNext) return parseRecords('task_sla', page.value.records, slaSchema);
  }
  return readOfAll(api, ids, slasOf, slaSchema);
}

/** Rows of all incidents. More than an instance gives at once are asked for in two halves. */
async function readOfAll<S extends z.ZodType>(
  api: ServiceNowApi,
  ids: readonly string[],
  queryOf: (ids: readonly string[]) => TableQuery,
  schema: S,
): Promise<Result<readonly z.output<S>[]>> {
  const rows: z.output<S>[] = [];
  const left = [...cutLists(ids, queryOf)];
  for (let run = left.shift(); run !== undefined; run = left.shift()) {
    const query = queryOf(run);
    const page = await api.readTable(query);
    if (!page.ok) return page;
    if (page.value.hasNext) {
      const middle = Math.ceil(run.length / 2);
      if (run.length === 1) return tooLong(query.table);
      left.unshift(run.slice(0, middle), run.slice(middle));
      continue;
    }
    const parsed = parseRecords(query.table, page.value.records, schema);
    if (!parsed.ok) return parsed;
    rows.push(...parsed.value);
  }
  return ok(rows);
}

const tooLong = (table: string): Result<never> =>
  err({
    kind: 'source-malformed',
    source: 'servicenow',
    issues: [`${table}: an incident has more rows than an instance gives at once`],
  });

function byIncident<T extends { readonly incidentId: string }>(
  rows: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const byId = new Map<string, T[]>();
  for (const row of rows) {
    const known = byId.get(row.incidentId);
    if (known === undefined) byId.set(row.incidentId, [row]);
    else known.push(row);
  }
  return byId;
}
