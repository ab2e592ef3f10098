import { isIP } from 'node:net';

import { err, ok, type Result } from '../../../domain/app-error';

export interface InstanceAddress {
  /** `https://acme.service-now.com`: no slash at its end. */
  readonly origin: string;
  /** In small letters. */
  readonly host: string;
}

/** One label under ServiceNow's own domain. No `xn--`: an instance's name has no foreign letters. */
const OWN_DOMAIN = /^(?!xn--)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.service-now\.com$/;
/** Names that a private network may give to its own. */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|arpa|test)$/;

/**
 * The address of an instance from what an administrator typed, with or without `https://`.
 *
 * @param options.approvedHosts - hosts that an administrator let the app reach, besides
 *   `<name>.service-now.com`
 */
export function readInstanceAddress(
  typed: string,
  options: { readonly approvedHosts: readonly string[] },
): Result<InstanceAddress> {
  const text = typed.trim();
  const address = text.includes('://') ? text : `https://${text}`;
  if (!URL.canParse(address)) return refused('enter it as https://NAME.service-now.com');
  const url = new URL(address);
  // From here on the parser's reading counts, never the text: it is what a request would go to.
  if (url.protocol !== 'https:') return refused('enter an address that begins with https://');
  if (url.username !== '' || url.password !== '') {
    return refused('leave out user name and password; they have fields of their own');
  }
  if (url.port !== '') return refused('leave out the port; only the usual one, 443, is reached');
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return refused('leave out everything behind the host, e.g. https://NAME.service-now.com');
  }
  if (!isReachable(url.hostname, options.approvedHosts)) {
    return refused('enter https://NAME.service-now.com, or approve the host for this app first');
  }
  return ok({ origin: url.origin, host: url.hostname });
}

function isReachable(host: string, approvedHosts: readonly string[]): boolean {
  if (OWN_DOMAIN.test(host)) return true;
  const isPublicName =
    host.includes('.') &&
    !host.endsWith('.') &&
    !host.startsWith('[') &&
    isIP(host) === 0 &&
    !PRIVATE_NAME.test(host);
  return isPublicName && approvedHosts.some((each) => each.toLowerCase() === host);
}

const refused = (remedy: string): Result<never> =>
  err({ kind: 'invalid-input', issues: [`address: ${remedy}`] });
