import { createHash, createHmac } from 'node:crypto';

import type { Digest } from '../../ports/digest';

export const nodeDigest: Digest = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
};

/** HMAC-SHA-256 under the installation's key, cut to `bits`; hex. */
export const keyedHash = (key: string, text: string, bits: 64 | 128): string =>
  createHmac('sha256', key)
    .update(text)
    .digest('hex')
    .slice(0, bits / 4);
