import { PlatformError } from '../platform-error';

import { badRequest } from './kvs-checks';
import type { KeyRequest } from './kvs-schemas';

const BATCH_ITEMS = 25;
const BATCH_BYTES = 4 * 1_024 * 1_024;

interface BatchError {
  readonly key: string;
  readonly entityName?: string | undefined;
  readonly error: { readonly code: string; readonly message: string };
}

/** Limits of batches and of transactions. */
export function checkBatch(items: readonly unknown[]): void {
  if (items.length === 0 || items.length > BATCH_ITEMS) {
    throw badRequest(
      'VALIDATION_ERROR',
      `1 to ${BATCH_ITEMS} items are allowed; got ${items.length}`,
    );
  }
  if (Buffer.byteLength(JSON.stringify(items)) > BATCH_BYTES) {
    throw badRequest('MAX_SIZE', 'The request is larger than 4 MB');
  }
}

/** Best effort: what works and what does not, item by item. */
export function attemptEach<T extends KeyRequest, R>(
  items: readonly T[],
  attempt: (item: T) => R,
): { readonly successfulKeys: readonly R[]; readonly failedKeys: readonly BatchError[] } {
  const successfulKeys: R[] = [];
  const failedKeys: BatchError[] = [];
  for (const item of items) {
    try {
      successfulKeys.push(attempt(item));
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      failedKeys.push({ ...named(item), error: { code: error.code, message: error.message } });
    }
  }
  return { successfulKeys, failedKeys };
}

/** What a batch item is known by. */
export const named = ({ key, entityName }: KeyRequest): KeyRequest =>
  entityName === undefined ? { key } : { key, entityName };
