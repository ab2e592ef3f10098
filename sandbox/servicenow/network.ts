import type { OutboundFetch } from '../forge/app/egress';
import { connectionError } from './fail-with';
import type { ServiceNowInstance } from './instance';

const MOST_REDIRECTS = 20;

/**
 * A network in which instances are reached by their hosts, and no other host of ServiceNow's exists.
 *
 * @param elsewhere - where all other requests go
 */
export function createInstanceNetwork(
  instances: readonly ServiceNowInstance[],
  elsewhere: OutboundFetch,
): OutboundFetch {
  const send: OutboundFetch = (address, init) => {
    const { hostname, protocol } = new URL(address);
    const instance = instances.find(({ host }) => host === hostname);
    if (instance !== undefined && protocol === 'https:') return instance.fetch(address, init);
    if (hostname === 'service-now.com' || hostname.endsWith('.service-now.com')) {
      return Promise.reject(connectionError('ENOTFOUND'));
    }
    return elsewhere(address, init);
  };
  return (address, init) => withRedirects(send, address, init);
}

/** Follows redirects where `fetch` would: unless the request says otherwise. */
async function withRedirects(
  send: OutboundFetch,
  address: string,
  init: RequestInit = {},
): Promise<Response> {
  let at = address;
  for (let i = 0; i <= MOST_REDIRECTS; i += 1) {
    const response = await send(at, init);
    const location = response.headers.get('location');
    const isRedirect = response.status >= 300 && response.status < 400 && location !== null;
    if (!isRedirect || init.redirect === 'manual') return response;
    if (init.redirect === 'error') throw connectionError('UNEXPECTED_REDIRECT');
    at = new URL(location, at).href;
  }
  throw connectionError('TOO_MANY_REDIRECTS');
}
