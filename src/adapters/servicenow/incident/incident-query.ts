import type { EpochMs } from '../../../domain/time';
import { anyOf, encodedQuery, isOneOf, where, type QueryTerm } from '../client/encoded-query';
import { snTimeText } from '../client/record-values';
import type { TableQuery } from '../client/service-now-api';
import { AUDIT_FIELDS, INCIDENT_FIELDS, JOURNAL_FIELDS, SLA_FIELDS } from './incident-schema';
import { AUDITED_FIELDS } from './incident-records';
import type { Keyset } from './keyset';

const BY_UPDATE = ['sys_updated_on', 'sys_id'];

/** Incidents after a place, least recently updated first; null: from the first on. */
export const incidentsAfter = (after: Keyset | null, limit: number): TableQuery => ({
  table: 'incident',
  query: encodedQuery(after === null ? [] : termsAfter(after), { orderBy: BY_UPDATE }),
  fields: INCIDENT_FIELDS,
  limit,
});

/** No offset: what changes meanwhile moves to the end, and nothing is passed over. */
function termsAfter({ updatedOn, sysId }: Keyset): readonly QueryTerm[] {
  const at = snTimeText(updatedOn);
  const fromThere = where('sys_updated_on', '>=', at);
  if (sysId === '') return [fromThere];
  return [fromThere, anyOf([where('sys_updated_on', '>', at), where('sys_id', '>', sysId)])];
}

export const incidentsById = (sysIds: readonly string[]): TableQuery => ({
  table: 'incident',
  query: encodedQuery([isOneOf('sys_id', sysIds)]),
  fields: INCIDENT_FIELDS,
  limit: MOST_ROWS,
});

/** The most that an instance gives at once. */
export const MOST_ROWS = 10_000;

export const auditsOf = (sysIds: readonly string[]): TableQuery => ({
  table: 'sys_audit',
  query: encodedQuery([
    where('tablename', '=', 'incident'),
    isOneOf('documentkey', sysIds),
    isOneOf('fieldname', AUDITED_FIELDS),
  ]),
  fields: AUDIT_FIELDS,
  limit: MOST_ROWS,
});

export const journalOf = (sysIds: readonly string[]): TableQuery => ({
  table: 'sys_journal_field',
  query: encodedQuery([
    isOneOf('element_id', sysIds),
    isOneOf('element', ['comments', 'work_notes']),
  ]),
  fields: JOURNAL_FIELDS,
  limit: MOST_ROWS,
});

const slas = { table: 'task_sla', fields: SLA_FIELDS, limit: MOST_ROWS } as const;

export const slasOf = (sysIds: readonly string[]): TableQuery => ({
  ...slas,
  query: encodedQuery([isOneOf('task', sysIds)]),
});

/** The same of all incidents that were updated in a span and missed one, ends included. */
export const slasMissedBetween = (from: EpochMs, to: EpochMs): TableQuery => ({
  ...slas,
  query: encodedQuery([
    where('task.sys_class_name', '=', 'incident'),
    where('task.made_sla', '=', 'false'),
    where('task.sys_updated_on', '>=', snTimeText(from)),
    where('task.sys_updated_on', '<=', snTimeText(to)),
  ]),
});
