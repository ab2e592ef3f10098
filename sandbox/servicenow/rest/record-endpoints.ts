import { InstanceFault, insertRefused, noRecord, updateRefused } from '../fault';
import { readIncidentWrite, type IncidentWrite } from '../records/incident-values';
import { checkReopening, createIncident, updateIncident } from '../records/write-incident';
import type { Row } from '../schema/field';
import type { Table } from '../table';
import type { InstanceAnswer, InstanceContext, SnUser } from './context';
import { tableRoot, type InstanceRequest } from './instance-request';
import { readParameters } from './read-parameters';
import { recordWriter } from './record-json';

/** `GET /api/now/table/{table}/{sys_id}`. */
export function answerRecord(
  request: InstanceRequest,
  { table, sysId }: { readonly table: Table; readonly sysId: string },
  user: SnUser,
  context: InstanceContext,
): InstanceAnswer {
  const row = table.find(sysId);
  if (row === null || !context.rules.mayReadRow(table.name, row, user)) throw noRecord();
  return { status: 200, body: { result: write(request, { table, row, user, context }) } };
}

/** `PATCH /api/now/table/incident/{sys_id}`. */
export function answerUpdate(
  request: InstanceRequest,
  { table, sysId }: { readonly table: Table; readonly sysId: string },
  user: SnUser,
  context: InstanceContext,
): InstanceAnswer {
  const { rules, store, clock } = context;
  const row = table.find(sysId);
  if (row === null || !rules.mayReadRow(table.name, row, user)) throw noRecord();
  if (table !== store.incidents || !rules.mayWriteTable(table.name, user)) throw updateRefused();
  const told = readWrite(request, context);
  checkReopening(row, told);
  if (updateIncident({ store, atMs: clock.now(), by: user.userName }, row, told)) {
    context.tell(sysId, 'update', user.userName);
  }
  return { status: 200, body: { result: write(request, { table, row, user, context }) } };
}

/** `POST /api/now/table/incident`. */
export function answerInsert(
  request: InstanceRequest,
  table: Table,
  user: SnUser,
  context: InstanceContext,
): InstanceAnswer {
  const { rules, store, clock, auditsInserts } = context;
  if (table !== store.incidents || !rules.mayWriteTable(table.name, user)) throw insertRefused();
  const row = createIncident(
    { store, atMs: clock.now(), by: user.userName },
    { ...readWrite(request, context), isAudited: auditsInserts },
  );
  const sysId = row['sys_id'] ?? '';
  context.tell(sysId, 'insert', user.userName);
  return {
    status: 201,
    headers: { Location: `${tableRoot(request.url)}/${table.name}/${sysId}` },
    body: { result: write(request, { table, row, user, context }) },
  };
}

function write(
  { url }: InstanceRequest,
  {
    table,
    row,
    user,
    context,
  }: {
    readonly table: Table;
    readonly row: Row;
    readonly user: SnUser;
    readonly context: InstanceContext;
  },
): object {
  const parameters = readParameters(url.searchParams);
  return recordWriter(table, parameters, { root: tableRoot(url), user, context })(row);
}

function readWrite(
  { url, headers, body }: InstanceRequest,
  { store }: InstanceContext,
): IncidentWrite {
  readParameters(url.searchParams);
  if (!(headers.get('content-type') ?? '').startsWith('application/json')) {
    throw new InstanceFault(415, 'Unsupported media type', 'application/json is expected');
  }
  try {
    return readIncidentWrite(store, textsOf(JSON.parse(body)));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new InstanceFault(400, 'Exception while reading request', error.message);
  }
}

/** Values of a JSON object as the instance keeps them. */
function textsOf(json: unknown): Readonly<Record<string, string>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    throw new Error('An object of fields is expected');
  }
  return Object.fromEntries(
    Object.entries(json).map(([name, value]: [string, unknown]) => {
      if (value === null) return [name, ''];
      if (typeof value === 'string') return [name, value];
      if (typeof value === 'number' || typeof value === 'boolean') return [name, String(value)];
      throw new Error(`${name} is no text`);
    }),
  );
}
