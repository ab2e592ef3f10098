import type { EntityModule } from '../manifest-schema';

import { badRequest } from './kvs-checks';
import { compareValues, meetsCondition, meetsConditions } from './kvs-conditions';
import type { EntityQueryRequest } from './kvs-schemas';
import type { KvsRecord } from './kvs-store';

const RANGE_CONDITIONS = new Set([
  'BETWEEN',
  'BEGINS_WITH',
  'EQUAL_TO',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
]);

interface Index {
  readonly partition: readonly string[];
  /** Null: the index `by-key`, which every entity has. */
  readonly range: string | null;
}

type Attributes = Readonly<Record<string, unknown>>;

/** Records of an entity in the order of the index, before paging. */
export function queryEntity(
  entity: EntityModule,
  records: readonly KvsRecord[],
  request: EntityQueryRequest,
): readonly KvsRecord[] {
  const index = findIndex(entity, request.indexName);
  if (request.partition.length !== index.partition.length) {
    const message = `Index '${request.indexName}' has ${index.partition.length} partition attributes; ${request.partition.length} were given`;
    throw badRequest('INVALID_QUERY', message);
  }
  if (request.range !== undefined && !RANGE_CONDITIONS.has(request.range.condition)) {
    throw badRequest('INVALID_QUERY', `where() does not take ${request.range.condition}`);
  }
  const rangeOf = (record: KvsRecord, attributes: Attributes): unknown =>
    index.range === null ? record.key : attributes[index.range];

  const found = records
    .map((record) => ({ record, attributes: JSON.parse(record.json) as Attributes }))
    .map((each) => ({ ...each, range: rangeOf(each.record, each.attributes) }))
    .filter(({ range }) => range !== undefined)
    .filter(({ attributes }) =>
      index.partition.every((name, i) => attributes[name] === request.partition[i]),
    )
    .filter(({ range }) => request.range === undefined || meetsCondition(range, request.range))
    .filter(({ attributes }) => meetsConditions(attributes, request.filters))
    .sort((a, b) => compareValues(a.range, b.range) || compareValues(a.record.key, b.record.key))
    .map(({ record }) => record);
  return request.sort === 'DESC' ? found.reverse() : found;
}

function findIndex(entity: EntityModule, name: string): Index {
  if (name === 'by-key') return { partition: [], range: null };
  for (const index of entity.indexes) {
    if (typeof index === 'string' && index === name) return { partition: [], range: name };
    if (typeof index === 'object' && index.name === name) {
      return { partition: index.partition ?? [], range: index.range[0] ?? null };
    }
  }
  throw badRequest('INVALID_INDEX', `Entity '${entity.name}' has no index '${name}': declare it`);
}
