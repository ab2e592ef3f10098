import { InstanceFault } from '../fault';
import { findRows } from '../query/find-rows';
import { parseQuery, type EncodedQuery } from '../query/parse-query';
import { mustFindPath } from '../query/read-path';
import type { Table } from '../table';
import type { InstanceAnswer, InstanceContext, SnUser } from './context';
import { tableRoot, type InstanceRequest } from './instance-request';
import { pageLinks } from './page-links';
import { readParameters } from './read-parameters';
import { recordWriter } from './record-json';

/** `GET /api/now/table/{table}`. */
export function answerList(
  { url }: InstanceRequest,
  table: Table,
  user: SnUser,
  context: InstanceContext,
): InstanceAnswer {
  const parameters = readParameters(url.searchParams);
  const { limit, offset } = parameters;
  const query = parseQuery(parameters.query);
  checkQueryFields(table, query, user, context);
  const found = findRows(table, query, context.store.findTable);
  // Rows that the user may not see are left out after the page was cut: it is shorter then.
  const page = found
    .slice(offset, offset + limit)
    .filter((row) => context.rules.mayReadRow(table.name, row, user));
  const write = recordWriter(table, parameters, { root: tableRoot(url), user, context });
  const total = parameters.leavesOutCount ? null : found.length;
  const hasNext = offset + limit < found.length;
  return {
    status: 200,
    body: { result: page.map(write) },
    headers: {
      ...(parameters.leavesOutPages
        ? {}
        : { Link: pageLinks(url, { limit, offset, total, hasNext }) }),
      ...(total === null ? {} : { 'X-Total-Count': String(total) }),
    },
  };
}

/** Who may not read a field may not ask for rows by it either. */
function checkQueryFields(
  table: Table,
  { branches, orders }: EncodedQuery,
  user: SnUser,
  { store, rules }: InstanceContext,
): void {
  const terms = branches.flatMap((groups) => groups.flat());
  for (const { path } of [...terms, ...orders]) {
    const { steps } = mustFindPath(table, path, store.findTable);
    if (steps.every((step) => rules.mayReadField(step.table.name, step.field.name, user))) continue;
    throw new InstanceFault(
      403,
      'Insufficient rights to query records',
      'Field(s) present in the query do not have permission to be read',
    );
  }
}
