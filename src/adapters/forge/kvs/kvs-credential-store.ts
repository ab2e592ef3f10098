import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import { z } from 'zod';

import { epochMs, MINUTE_MS, SECOND_MS } from '../../../domain/time';
import type { Credential, CredentialStore } from '../../../ports/credential-store';
import { kvsCache } from './kvs-cache';

const LIST_KEY = 'settings:credentials';
/** An id comes from a request, and becomes part of keys. */
const ID = /^[A-Za-z0-9-]{1,64}$/;
const secretKey = (credentialId: string): string => `credential:secret:${credentialId}`;
const useKey = (credentialId: string): string => `credential:used:${credentialId}`;

const time = z.number().transform(epochMs);
const storedSchema = z.object({
  credentialId: z.string(),
  agentId: z.string(),
  label: z.string(),
  createdAt: time,
  createdBy: z.string(),
  rotatedAt: time.nullable(),
  revokedAt: time.nullable(),
  traceUrlTemplate: z.string().nullable(),
  batchesPerMinute: z.number(),
});
type StoredCredential = Omit<Credential, 'lastUsedAt'>;
const secretsSchema = z.object({
  current: z.string(),
  previous: z.object({ secret: z.string(), until: time }).nullable(),
});

/** Credentials in Forge's key-value store: what is set of all under one key, each secret as a secret. */
export function createKvsCredentialStore(): CredentialStore {
  return {
    async listCredentials() {
      const stored = await readList();
      const used = await kvsCache.getMany(stored.map(({ credentialId }) => useKey(credentialId)));
      return stored.map((credential) =>
        withUse(credential, used.get(useKey(credential.credentialId))),
      );
    },

    async readCredential(credentialId) {
      if (!ID.test(credentialId)) return null;
      // Each batch of telemetry asks: together they are charged as one.
      const values = await kvsCache.getMany([LIST_KEY, useKey(credentialId)]);
      const found = toList(values.get(LIST_KEY)).find((each) => each.credentialId === credentialId);
      return found === undefined ? null : withUse(found, values.get(useKey(credentialId)));
    },

    async readSecrets(credentialId) {
      if (!ID.test(credentialId)) return null;
      const stored = await kvs.getSecret(secretKey(credentialId));
      return stored === undefined ? null : secretsSchema.parse(stored);
    },

    async saveCredential(credential, secrets) {
      const { credentialId } = credential;
      if (secrets !== null) await kvs.setSecret(secretKey(credentialId), secrets);
      const others = (await readList()).filter((each) => each.credentialId !== credentialId);
      await kvs.set(LIST_KEY, [...others, storedSchema.parse(credential)]);
    },

    async noteUse(credentialId, at) {
      await kvs.set(useKey(credentialId), at);
    },

    async dropSecrets(credentialId) {
      if (ID.test(credentialId)) await kvs.deleteSecret(secretKey(credentialId));
    },

    async rememberOnce(key, forMs) {
      try {
        await kvs.set(`once:${key}`, 1, { keyPolicy: 'FAIL_IF_EXISTS', ttl: lifeOf(forMs) });
        return true;
      } catch (error) {
        if (error instanceof ForgeKvsAPIError && (await kvs.get(`once:${key}`)) !== undefined) {
          return false;
        }
        throw error;
      }
    },

    async forgetOnce(key) {
      await kvs.delete(`once:${key}`);
    },

    async takeFromAllowance(credentialId, { now, perMinute }) {
      const minute = Math.floor(now / MINUTE_MS);
      const key = `allowance:${credentialId}:${String(minute)}`;
      // Two at once may count as one: the limit keeps a sender from flooding, not from one batch more.
      const taken = z.number().parse((await kvs.get(key)) ?? 0);
      if (taken >= perMinute) {
        return { isTaken: false, retryAfterMs: (minute + 1) * MINUTE_MS - now };
      }
      await kvs.set(key, taken + 1, { ttl: lifeOf(2 * MINUTE_MS) });
      return { isTaken: true };
    },
  };
}

const lifeOf = (ms: number) =>
  ({ value: Math.max(1, Math.ceil(ms / SECOND_MS)), unit: 'SECONDS' }) as const;

const toList = (value: unknown): readonly StoredCredential[] =>
  z.array(storedSchema).parse(value ?? []);

const readList = async (): Promise<readonly StoredCredential[]> => toList(await kvs.get(LIST_KEY));

const withUse = (credential: StoredCredential, used: unknown): Credential => ({
  ...credential,
  lastUsedAt: used === undefined ? null : time.parse(used),
});
