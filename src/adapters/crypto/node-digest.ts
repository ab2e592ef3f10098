import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import type { Digest } from '../../ports/digest';

export const nodeDigest: Digest = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  hmacSha256: (secret, parts) => {
    const hmac = createHmac('sha256', secret);
    for (const part of parts) hmac.update(part);
    return hmac.digest('hex');
  },
  // Of equal length, whatever is compared.
  areSame: (a, b) => timingSafeEqual(bytesOf(a), bytesOf(b)),
};

const bytesOf = (text: string): Buffer => createHash('sha256').update(text).digest();

/** HMAC-SHA-256 under the installation's key, cut to `bits`; hex. */
export const keyedHash = (key: string, text: string, bits: 64 | 128): string =>
  createHmac('sha256', key)
    .update(text)
    .digest('hex')
    .slice(0, bits / 4);
