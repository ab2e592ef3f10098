import { kvs } from '@forge/kvs';
import { z } from 'zod';

import { epochMs, SECOND_MS } from '../../../domain/time';
import type { ServiceNowSecrets } from '../../../ports/service-now-secrets';

/** It becomes part of keys. */
const ID = /^[A-Za-z0-9-]{1,64}$/;
const secretKey = (connectionId: string): string => keyOf('secret', connectionId);
const tokenKey = (connectionId: string): string => keyOf('token', connectionId);

const secretSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('oauth'), clientId: z.string(), clientSecret: z.string() }),
  z.object({ kind: z.literal('basic'), userName: z.string(), password: z.string() }),
]);
const tokenSchema = z.object({ token: z.string(), expiresAt: z.number().transform(epochMs) });

/** What lets the app into instances, in Forge's store of secrets: they are encrypted, and never listed. */
export function createKvsServiceNowSecrets(): ServiceNowSecrets {
  return {
    async readSecret(connectionId) {
      const stored = await kvs.getSecret(secretKey(connectionId));
      return stored === undefined ? null : secretSchema.parse(stored);
    },

    async saveSecret(connectionId, secret) {
      await kvs.setSecret(secretKey(connectionId), secretSchema.parse(secret));
      await kvs.deleteSecret(tokenKey(connectionId));
    },

    async dropSecret(connectionId) {
      await kvs.deleteSecret(secretKey(connectionId));
      await kvs.deleteSecret(tokenKey(connectionId));
    },

    async readToken(connectionId) {
      const stored = await kvs.getSecret(tokenKey(connectionId));
      return stored === undefined ? null : tokenSchema.parse(stored);
    },

    async saveToken(connectionId, token, now) {
      const lifeS = Math.max(1, Math.ceil((token.expiresAt - now) / SECOND_MS));
      const ttl = { value: lifeS, unit: 'SECONDS' } as const;
      await kvs.setSecret(tokenKey(connectionId), tokenSchema.parse(token), { ttl });
    },

    async dropToken(connectionId) {
      await kvs.deleteSecret(tokenKey(connectionId));
    },
  };
}

/** @throws Error when the id is none that the app gave: it reads from no other key */
function keyOf(what: 'secret' | 'token', connectionId: string): string {
  if (!ID.test(connectionId)) throw new Error('The id of a connection is letters, digits and "-"');
  return `servicenow:${what}:${connectionId}`;
}
