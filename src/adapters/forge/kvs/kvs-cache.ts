import { kvs } from '@forge/kvs';

import type { Cache } from '../../../ports/cache';

/** Keys a batch request may name. */
const BATCH = 25;

/** Values that can be read again from their source, kept in Forge's key-value store. */
export const kvsCache: Cache = {
  get: (key) => kvs.get(key),

  async getMany(keys) {
    const found = new Map<string, unknown>();
    const distinct = [...new Set(keys)];
    for (let i = 0; i < distinct.length; i += BATCH) {
      const batch = distinct.slice(i, i + BATCH).map((key) => ({ key }));
      const { successfulKeys } = await kvs.batchGet<unknown>(batch);
      for (const { key, value } of successfulKeys) found.set(key, value);
    }
    return found;
  },

  async set(key, value) {
    await kvs.set(key, value);
  },

  async setMany(entries) {
    const items = [...entries].map(([key, value]) => ({ key, value }));
    for (let i = 0; i < items.length; i += BATCH) await kvs.batchSet(items.slice(i, i + BATCH));
  },
};
