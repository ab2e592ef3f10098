import { PlatformError } from '../platform-error';

import { checkBatch } from './kvs-batch';
import { badRequest } from './kvs-checks';
import { meetsConditions } from './kvs-conditions';
import type { KeyRequest, TransactionRequest } from './kvs-schemas';
import type { KvsRecord } from './kvs-store';

/**
 * Refuses a transaction that breaks a limit or whose conditions do not hold.
 *
 * @param find - the record as it is stored; null when there is none
 */
export function checkTransaction(
  request: TransactionRequest,
  find: (key: KeyRequest) => KvsRecord | null,
): void {
  const all = [...request.set, ...request.delete, ...request.check];
  checkBatch(all);
  const keys = all.map((each) => `${each.entityName ?? ''}/${each.key}`);
  if (new Set(keys).size < keys.length) {
    throw badRequest('VALIDATION_ERROR', 'Each key may occur once in a transaction');
  }
  for (const each of all) {
    if (each.conditions === undefined) continue;
    if (each.entityName === undefined) {
      throw badRequest('VALIDATION_ERROR', `Conditions need an entity; key '${each.key}' has none`);
    }
    const record = find(each);
    const value: unknown = record === null ? {} : JSON.parse(record.json);
    if (!meetsConditions(value, each.conditions)) {
      const message = `A condition on key '${each.key}' of '${each.entityName}' does not hold`;
      throw new PlatformError(409, 'TRANSACTION_CONDITION_FAILED', message);
    }
  }
}
