import { InstanceFault } from '../fault';
import type { SnUser } from '../people';
import type { InstanceContext } from './context';

/** Who asks, by password or by token. @throws InstanceFault for nobody */
export function authenticate(headers: Headers, { store, tokens }: InstanceContext): SnUser {
  const [, scheme = '', secret = ''] =
    /^(\w+)\s+(.+)$/.exec(headers.get('authorization') ?? '') ?? [];
  const user =
    scheme.toLowerCase() === 'bearer'
      ? store.users.get(tokens.userOf(secret) ?? '')
      : scheme.toLowerCase() === 'basic'
        ? byPassword(secret, store.users)
        : undefined;
  if (user !== undefined) return user;
  throw new InstanceFault(401, 'User Not Authenticated', 'Required to provide Auth information', {
    'WWW-Authenticate': 'BASIC realm="Service-now"',
  });
}

function byPassword(secret: string, users: ReadonlyMap<string, SnUser>): SnUser | undefined {
  const [, userName = '', password = ''] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(secret, 'base64').toString('utf8')) ?? [];
  const user = users.get(userName);
  return user !== undefined && user.password !== null && user.password === password
    ? user
    : undefined;
}
