import { z } from 'zod';

import { ok, type AppError, type Result } from '../../../domain/app-error';
import type { SnapshotPage, TicketSnapshot } from '../../../ports/ticket-source';
import { encodedQuery, isOneOf, where } from '../client/encoded-query';
import { snText } from '../client/record-values';
import type { ServiceNowApi, TableQuery } from '../client/service-now-api';
import { sysIdOf, ticketIdOf } from '../ticket-id';
import { cutLists } from '../client/table-address';
import { incidentsById } from './incident-query';
import { parseRecords } from './parse-records';
import { readIncidents } from './read-incidents';
import { snapshotsOf, type IncidentReaderDeps, type OpenInstance } from './snapshots-of';

const HIDDEN = 'the instance does not show it, and does not say that it was deleted';

/** Whole histories of some tickets; what the instance no longer shows is looked for among the deleted. */
export async function readTickets(
  deps: IncidentReaderDeps,
  instance: OpenInstance,
  ticketIds: readonly string[],
): Promise<
  Result<{
    readonly snapshots: readonly TicketSnapshot[];
    readonly unreadable: SnapshotPage['unreadable'];
    readonly deleted: readonly string[];
  }>
> {
  const sysIds = ticketIds.map(sysIdOf);
  const snapshots: TicketSnapshot[] = [];
  const unreadable: SnapshotPage['unreadable'][number][] = [];
  const seen = new Set<string>();
  for (const run of cutLists(sysIds, incidentsById)) {
    const page = await readIncidents(instance.api, incidentsById(run));
    if (!page.ok) return page;
    unreadable.push(...page.value.unreadable);
    for (const { ticketId } of page.value.unreadable) seen.add(ticketId);
    for (const { sysId } of page.value.incidents) seen.add(ticketIdOf(sysId));
    const read = await snapshotsOf(deps, instance, page.value.incidents);
    if (!read.ok) return read;
    snapshots.push(...read.value);
  }
  const missing = ticketIds.filter((id) => !seen.has(id));
  const deleted = await deletedOf(instance.api, missing);
  if (!deleted.ok) return deleted;
  for (const ticketId of missing) {
    if (!deleted.value.has(ticketId)) unreadable.push({ ticketId, reason: HIDDEN });
  }
  return ok({ snapshots, unreadable, deleted: [...deleted.value] });
}

const deletionSchema = z.object({ documentkey: snText });

async function deletedOf(
  api: ServiceNowApi,
  ticketIds: readonly string[],
): Promise<Result<ReadonlySet<string>>> {
  const deleted = new Set<string>();
  const sysIds = ticketIds.map(sysIdOf);
  for (const run of cutLists(sysIds, deletionsOf)) {
    const page = await api.readTable(deletionsOf(run));
    if (!page.ok) return isHidden(page.error) ? ok(deleted) : page;
    const rows = parseRecords('sys_audit_delete', page.value.records, deletionSchema);
    if (!rows.ok) return rows;
    for (const { documentkey } of rows.value) deleted.add(ticketIdOf(documentkey ?? ''));
  }
  return ok(deleted);
}

/** Without that table nobody says that a record was deleted, and it stays as one that is hidden. */
const isHidden = (error: AppError): boolean =>
  error.kind === 'source-refused' && error.subject === 'sys_audit_delete';

const deletionsOf = (sysIds: readonly string[]): TableQuery => ({
  table: 'sys_audit_delete',
  query: encodedQuery([where('tablename', '=', 'incident'), isOneOf('documentkey', sysIds)]),
  fields: ['documentkey'],
  limit: 1_000,
});
