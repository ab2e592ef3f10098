import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import { z } from 'zod';

import { ACTOR_KINDS } from '../../../domain/timeline/actor';
import type { RegisteredActor, SettingsStore } from '../../../ports/settings-store';

const REGISTRY_KEY = 'settings:actors';
const HASH_KEY = 'settings:hash-key';

const registrySchema = z.array(
  z.object({
    actorId: z.string(),
    accountId: z
      .string()
      .nullish()
      .transform((accountId) => accountId ?? null),
    kind: z.enum(ACTOR_KINDS),
    name: z.string().nullable(),
    vendor: z.string().nullable(),
  }),
);

/** Settings in Forge's key-value store; the hash key as a secret. */
export function createKvsSettingsStore(newSecret: () => string): SettingsStore {
  return {
    async readRegistry() {
      return registrySchema.parse((await kvs.get(REGISTRY_KEY)) ?? []);
    },
    async saveRegistry(actors: readonly RegisteredActor[]) {
      await kvs.set(REGISTRY_KEY, actors);
    },
    async readHashKey() {
      const stored = await kvs.getSecret<string>(HASH_KEY);
      return stored ?? createHashKey(newSecret());
    },
  };
}

/** Two first uses at once must agree: only one of them may set it. */
async function createHashKey(candidate: string): Promise<string> {
  try {
    await kvs.setSecret(HASH_KEY, candidate, { keyPolicy: 'FAIL_IF_EXISTS' });
    return candidate;
  } catch (error) {
    const stored = await kvs.getSecret<string>(HASH_KEY);
    if (stored !== undefined && error instanceof ForgeKvsAPIError) return stored;
    throw error;
  }
}
