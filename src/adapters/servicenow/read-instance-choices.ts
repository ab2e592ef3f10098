import { z } from 'zod';

import { ok, type Result } from '../../domain/app-error';
import type { InstanceChoices } from '../../ports/instance-probe';
import { snText } from './client/record-values';
import type { ServiceNowApi, TableQuery } from './client/service-now-api';

const MOST_CHOICES = 500;
const MOST_GROUPS = 500;
const MOST_USERS = 200;
const MOST_FIELDS = 200;

const text = snText.pipe(z.string());
const choiceSchema = z.object({ name: text, element: text, value: text, label: text });
const groupSchema = z.object({ sys_id: text, name: text });
const userSchema = z.object({ user_name: text });
const fieldSchema = z.object({ element: text, column_label: snText });
type Choice = z.output<typeof choiceSchema>;

const CHOICES: TableQuery = {
  table: 'sys_choice',
  query:
    'nameINincident,task^elementINstate,hold_reason^language=en^inactive=false^ORDERBYsequence',
  fields: ['name', 'element', 'value', 'label'],
  limit: MOST_CHOICES,
};
const GROUPS: TableQuery = {
  table: 'sys_user_group',
  query: 'active=true^ORDERBYname',
  fields: ['sys_id', 'name'],
  limit: MOST_GROUPS + 1,
};
const USERS: TableQuery = {
  table: 'sys_user',
  query:
    'active=true^internal_integration_user=true^ORweb_service_access_only=true^ORDERBYuser_name',
  fields: ['user_name'],
  limit: MOST_USERS,
};
const FIELDS: TableQuery = {
  table: 'sys_dictionary',
  query:
    'nameINincident,task^internal_typeINstring,choice^elementSTARTSWITHu_^ORelementSTARTSWITHx_^ORDERBYelement',
  fields: ['element', 'column_label'],
  limit: MOST_FIELDS,
};

/**
 * What the mapping can choose from. A table that is closed to the account leaves its list empty; what keeps
 * all of them from being read is told.
 */
export async function readInstanceChoices(api: ServiceNowApi): Promise<Result<InstanceChoices>> {
  const [choices, groups, users, fields] = await Promise.all([
    read(api, CHOICES, choiceSchema),
    read(api, GROUPS, groupSchema),
    read(api, USERS, userSchema),
    read(api, FIELDS, fieldSchema),
  ]);
  for (const each of [choices, groups, users, fields]) if (!each.result.ok) return each.result;
  const found = groups.rows;
  return ok({
    states: choicesOf(choices.rows, 'state'),
    holdReasons: choicesOf(choices.rows, 'hold_reason'),
    groups: found.slice(0, MOST_GROUPS).map(({ sys_id: sysId, name }) => ({ sysId, name })),
    hasMoreGroups: found.length > MOST_GROUPS,
    integrationUsers: users.rows.map(({ user_name }) => user_name),
    ownFields: fields.rows.map(({ element, column_label }) => ({
      name: element,
      label: column_label ?? element,
    })),
    unread: [choices, groups, users, fields].flatMap(({ unread }) => unread),
  });
}

interface Read<T> {
  readonly result: Result<unknown>;
  readonly rows: readonly T[];
  /** The table's name when it is closed to the account. */
  readonly unread: readonly string[];
}

/** Rows without what they should have, since access rules hide it, are left out. */
async function read<S extends z.ZodType>(
  api: ServiceNowApi,
  query: TableQuery,
  schema: S,
): Promise<Read<z.output<S>>> {
  const page = await api.readTable(query);
  if (page.ok) {
    const rows = page.value.records.flatMap((record) => {
      const row = schema.safeParse(record);
      return row.success ? [row.data] : [];
    });
    const isHidden = rows.length === 0 && (page.value.totalCount ?? 0) > 0;
    return { result: page, rows, unread: isHidden ? [query.table] : [] };
  }
  const isClosed =
    page.error.kind === 'source-refused' &&
    (page.error.refusal === 'role' || page.error.refusal === 'table');
  return isClosed
    ? { result: ok(null), rows: [], unread: [query.table] }
    : { result: page, rows: [], unread: [] };
}

/** Incident's own where it has any, else those of all tasks; each value once. */
function choicesOf(rows: readonly Choice[], element: string) {
  const all = rows.filter((row) => row.element === element);
  const own = all.filter(({ name }) => name === 'incident');
  const byValue = new Map((own.length > 0 ? own : all).map((row) => [row.value, row.label]));
  return [...byValue].map(([value, label]) => ({ value, label }));
}
