import { ok, type Result } from '../../../domain/app-error';
import { MINUTE_MS } from '../../../domain/time';
import type { ServiceNowSecrets, ServiceNowToken } from '../../../ports/service-now-secrets';
import { askForToken } from './ask-for-token';
import { refused } from './read-answer';
import type { Sending } from './send-repeatedly';

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

interface Held {
  readonly header: string;
  /** From then on another one is asked for. */
  readonly until: number;
}

function createTokenAccess(
  { connectionId, origin }: Connection,
  secrets: ServiceNowSecrets,
  sending: Sending,
): Access {
  const { clock } = sending;
  let held: Held | null = null;
  let asking: Promise<Result<Held>> | null = null;

  const isUsable = (token: Held, refusedHeader: string | null): boolean =>
    token.until > clock.now() && token.header !== refusedHeader;

  /** The stored token unless it was refused, else a new one. */
  const find = async (refusedHeader: string | null): Promise<Result<Held>> => {
    const stored = await secrets.readToken(connectionId);
    if (stored !== null) {
      const found = heldOf(stored, stored.expiresAt - SPARE_MS);
      if (isUsable(found, refusedHeader)) return ok(found);
      await secrets.dropToken(connectionId);
    }
    const secret = await secrets.readSecret(connectionId);
    if (secret?.kind !== 'oauth') return NOT_LET_IN;
    const askedAt = clock.now();
    const asked = await askForToken(origin, secret, sending);
    if (!asked.ok) return asked;
    await secrets.saveToken(connectionId, asked.value, clock.now());
    // An instance gives the token that it gave before until its end; that one is used up further.
    const { expiresAt } = asked.value;
    const halfway = askedAt + (expiresAt - askedAt) / 2;
    return ok(heldOf(asked.value, Math.max(expiresAt - SPARE_MS, halfway)));
  };

  const hold = async (refusedHeader: string | null): Promise<Result<string>> => {
    // Two requests may be refused with one token: the second takes what the first one got.
    if (held !== null && isUsable(held, refusedHeader)) return ok(held.header);
    asking ??= find(refusedHeader).finally(() => {
      asking = null;
    });
    const found = await asking;
    if (!found.ok) return found;
    held = found.value;
    return ok(held.header);
  };

  return { authorise: () => hold(null), renew: hold };
}

const heldOf = ({ token }: ServiceNowToken, until: number): Held => ({
  header: `Bearer ${token}`,
  until,
});
