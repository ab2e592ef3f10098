import type { TableQuery } from './service-now-api';

/** Instances take a little more than 8,000 characters; the rest is for the origin. */
const LONGEST_ADDRESS = 7_900;

/** Path and parameters of a list of records; the order of parameters is fixed. */
export function tableAddress(query: TableQuery): string {
  const { table, fields, limit, displayValue = 'false' } = query;
  const parameters = [
    ['sysparm_query', query.query],
    ['sysparm_fields', fields.join(',')],
    ['sysparm_limit', String(limit)],
    ['sysparm_exclude_reference_link', 'true'],
    ['sysparm_display_value', displayValue],
  ] as const;
  const search = parameters.map(([name, value]) => `${name}=${encoded(value)}`).join('&');
  return `/api/now/table/${table}?${search}`;
}

/** @throws Error when it is too long for an instance: cut its lists with `cutLists` */
export function checkedTableAddress(query: TableQuery): string {
  const address = tableAddress(query);
  if (address.length <= LONGEST_ADDRESS) return address;
  throw new Error(`A query of ${query.table} is longer than an instance takes: cut its list`);
}

/**
 * Cuts values into as few runs as fit into the address of a request, in their order.
 *
 * @param queryOf - the request that asks for a run of them
 */
export function cutLists(
  values: readonly string[],
  queryOf: (run: readonly string[]) => TableQuery,
): readonly (readonly string[])[] {
  const [first] = values;
  if (first === undefined) return [];
  const room = LONGEST_ADDRESS - tableAddress(queryOf([first])).length + encoded(first).length;
  const runs: string[][] = [];
  let left = 0;
  for (const value of values) {
    const length = encoded(value).length + 1;
    const run = runs.at(-1);
    if (run === undefined || length > left) {
      runs.push([value]);
      left = room - encoded(value).length;
      continue;
    }
    run.push(value);
    left -= length;
  }
  return runs;
}

/** A comma means nothing in parameters, and lists are made of them. */
const encoded = (value: string): string => encodeURIComponent(value).replaceAll('%2C', ',');
