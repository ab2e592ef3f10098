import { kvs } from '@forge/kvs';
import { z } from 'zod';

import { epochMs } from '../../../domain/time';
import type { PushSecrets } from '../../../ports/push-secrets';

/** An id may come from a request, and becomes part of a key. */
const ID = /^[A-Za-z0-9-]{1,64}$/;
const keyOf = (connectionId: string): string => `servicenow:push:${connectionId}`;

const storedSchema = z.object({ secret: z.string(), issuedAt: z.number().transform(epochMs) });

/** What Business Rules sign with, in Forge's store of secrets. */
export const kvsPushSecrets: PushSecrets = {
  async readPushSecret(connectionId) {
    if (!ID.test(connectionId)) return null;
    const stored = await kvs.getSecret(keyOf(connectionId));
    return stored === undefined ? null : storedSchema.parse(stored);
  },

  async savePushSecret(connectionId, { secret, issuedAt }) {
    if (!ID.test(connectionId)) throw new Error('Not an id of a connection');
    await kvs.setSecret(keyOf(connectionId), { secret, issuedAt });
  },

  async dropPushSecret(connectionId) {
    if (ID.test(connectionId)) await kvs.deleteSecret(keyOf(connectionId));
  },
};
