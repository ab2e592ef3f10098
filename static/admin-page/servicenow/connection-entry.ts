import type { ConnectServiceNowInput } from '../../../src/contract';

/** A connection as a form holds it, before it is tested. */
export interface ConnectionEntry {
  readonly address: string;
  readonly hasOwnDomain: boolean;
  readonly userName: string;
  readonly auth: 'oauth' | 'basic';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly password: string;
}

export type EntryField = 'address' | 'userName' | 'clientId' | 'clientSecret' | 'password';

export const EMPTY_ENTRY: ConnectionEntry = {
  address: '',
  hasOwnDomain: false,
  userName: '',
  auth: 'oauth',
  clientId: '',
  clientSecret: '',
  password: '',
};

export const MAX_LENGTH: Readonly<Record<EntryField, number>> = {
  address: 255,
  userName: 100,
  clientId: 128,
  clientSecret: 512,
  password: 512,
};

const FIELDS: Readonly<Record<ConnectionEntry['auth'], readonly EntryField[]>> = {
  oauth: ['address', 'userName', 'clientId', 'clientSecret'],
  basic: ['address', 'userName', 'password'],
};

/** Fields that have to be filled in; a blank is no entry. */
export const emptyFields = (entry: ConnectionEntry): readonly EntryField[] =>
  FIELDS[entry.auth].filter((field) => entry[field].trim() === '');

/** What the app takes; null while something is missing. A password may begin or end with a blank. */
export function connectionOf(entry: ConnectionEntry): ConnectServiceNowInput | null {
  if (emptyFields(entry).length > 0) return null;
  const { address, hasOwnDomain, userName, auth, clientId, clientSecret, password } = entry;
  return {
    address: address.trim(),
    hasOwnDomain,
    userName: userName.trim(),
    credentials:
      auth === 'oauth'
        ? { kind: 'oauth', clientId: clientId.trim(), clientSecret: clientSecret.trim() }
        : { kind: 'basic', password },
  };
}

/** `https://support.acme.com` of what was typed; null where there is no host. */
export function originOf(typed: string): string | null {
  const text = typed.trim();
  const address = text.includes('://') ? text : `https://${text}`;
  return URL.canParse(address) ? `https://${new URL(address).hostname}` : null;
}
