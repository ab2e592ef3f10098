import { z } from 'zod';

import { ok, type Result } from '../../../domain/app-error';
import { DAY_MS, epochMs, SECOND_MS } from '../../../domain/time';
import type { ServiceNowSecret, ServiceNowToken } from '../../../ports/service-now-secrets';
import { checkReply, readBody, refused } from './read-answer';
import { sendRepeatedly, type Sending } from './send-repeatedly';

/** `expires_in` in seconds, a number or its text. The token has to fit into a header. */
const tokenSchema = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]+$/, { error: 'expected a token' }),
  expires_in: z
    .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
    .pipe(z.number().positive()),
});

/**
 * A token by the client-credentials grant. Asking twice does no harm: an instance gives the one that is
 * valid already.
 */
export async function askForToken(
  origin: string,
  secret: Extract<ServiceNowSecret, { readonly kind: 'oauth' }>,
  sending: Sending,
): Promise<Result<ServiceNowToken>> {
  const askedAt = sending.clock.now();
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: secret.clientId,
    client_secret: secret.clientSecret,
  });
  const reply = await sendRepeatedly(
    {
      method: 'POST',
      url: `${origin}/oauth_token.do`,
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    },
    true,
    sending,
  );
  const answered = checkReply(reply, { origin, table: null, now: sending.clock.now() });
  if (!answered.ok) return answered;
  if (answered.value.status === 400) return refused('credentials', null);
  const read = readBody(answered.value, tokenSchema);
  if (!read.ok) return read;
  const { access_token: token, expires_in: lifeS } = read.value;
  const lifeMs = Math.min(DAY_MS, Math.floor(lifeS * SECOND_MS));
  return ok({ token, expiresAt: epochMs(askedAt + lifeMs) });
}
