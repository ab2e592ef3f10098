import { z } from 'zod';

import { ok, type Result } from '../../../domain/app-error';
import { DAY_MS, epochMs, MINUTE_MS, SECOND_MS } from '../../../domain/time';
import type {
  ServiceNowSecret,
  ServiceNowSecrets,
  ServiceNowToken,
} from '../../../ports/service-now-secrets';
import { checkReply, readBody, refused } from './read-answer';
import { sendRepeatedly, type Sending } from './send-repeatedly';

export interface Connection {
  readonly connectionId: string;
  /** `https://acme.service-now.com` */
  readonly origin: string;
  readonly auth: 'oauth' | 'basic';
}

/** Lets requests into an instance. */
export interface Access {
  /** Value of the `Authorization` header. */
  authorise(): Promise<Result<string>>;
  /** Another one after the instance refused this; `source-refused` when there is no other. */
  renew(refusedHeader: string): Promise<Result<string>>;
}

export function createAccess(
  connection: Connection,
  secrets: ServiceNowSecrets,
  sending: Sending,
): Access {
  return connection.auth === 'basic'
    ? createBasicAccess(connection, secrets)
    : createTokenAccess(connection, secrets, sending);
}

const NOT_LET_IN = refused('credentials', null);
/** A token that ends within this time is not used any more: a request takes its while. */
const SPARE_MS = MINUTE_MS;

function createBasicAccess({ connectionId }: Connection, secrets: ServiceNowSecrets): Access {
  let header: string | null = null;
  return {
    async authorise() {
      if (header !== null) return ok(header);
      const secret = await secrets.readSecret(connectionId);
      if (secret?.kind !== 'basic') return NOT_LET_IN;
      const pair = `${secret.userName}:${secret.password}`;
      header = `Basic ${Buffer.from(pair, 'utf8').toString('base64')}`;
      return ok(header);
    },
    // Asking again with a wrong password locks an account.
    renew: () => Promise.resolve(NOT_LET_IN),
  };
}

function createTokenAccess(
  connection: Connection,
  secrets: ServiceNowSecrets,
  sending: Sending,
): Access {
  const { connectionId } = connection;
  let held: ServiceNowToken | null = null;
  let asking: Promise<Result<ServiceNowToken>> | null = null;

  const isUsable = (token: ServiceNowToken | null): token is ServiceNowToken =>
    token !== null && token.expiresAt - SPARE_MS > sending.clock.now();

  /** The stored token unless it was refused, else a new one; those who ask meanwhile get the same. */
  const obtain = (refusedHeader: string | null): Promise<Result<ServiceNowToken>> => {
    const find = async (): Promise<Result<ServiceNowToken>> => {
      const stored = await secrets.readToken(connectionId);
      if (isUsable(stored) && headerOf(stored) !== refusedHeader) return ok(stored);
      if (stored !== null) await secrets.dropToken(connectionId);
      const secret = await secrets.readSecret(connectionId);
      if (secret?.kind !== 'oauth') return NOT_LET_IN;
      const asked = await askForToken(connection.origin, secret, sending);
      if (asked.ok) await secrets.saveToken(connectionId, asked.value, sending.clock.now());
      return asked;
    };
    asking ??= find().finally(() => {
      asking = null;
    });
    return asking;
  };

  const hold = async (refusedHeader: string | null): Promise<Result<string>> => {
    // Two requests may be refused with one token: the second takes what the first one got.
    if (isUsable(held) && headerOf(held) !== refusedHeader) return ok(headerOf(held));
    const obtained = await obtain(refusedHeader);
    if (!obtained.ok) return obtained;
    held = obtained.value;
    return ok(headerOf(held));
  };

  return { authorise: () => hold(null), renew: hold };
}

const headerOf = ({ token }: ServiceNowToken): string => `Bearer ${token}`;

/** `expires_in` in seconds, a number or its text. The token has to fit into a header. */
const tokenSchema = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]+$/, { error: 'expected a token' }),
  expires_in: z
    .union([z.number(), z.string().regex(/^\d+$/).transform(Number)])
    .pipe(z.number().positive()),
});

async function askForToken(
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
  if (answered.value.status === 400) return NOT_LET_IN;
  const read = readBody(answered.value, tokenSchema);
  if (!read.ok) return read;
  const { access_token: token, expires_in: lifeS } = read.value;
  const lifeMs = Math.min(DAY_MS, Math.floor(lifeS * SECOND_MS));
  return ok({ token, expiresAt: epochMs(askedAt + lifeMs) });
}
