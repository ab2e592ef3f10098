import type { z } from 'zod';

import { hrefOf, type Route } from '../session/route';
import type { locationSchema } from './messages';

type Location = z.infer<typeof locationSchema>;

/** Where a panel wants to go: a place of this page, or the address of another one. */
export type Destination =
  | { readonly kind: 'here'; readonly hash: string }
  | { readonly kind: 'elsewhere'; readonly url: string };

/** @param pageUrl - of this page, against which relative addresses are read */
export function destinationOf(location: Location, pageUrl: string): Destination {
  if (!('url' in location)) {
    const route: Route =
      location.target === 'issue'
        ? { page: 'issue', issueKey: location.issueKey }
        : { page: 'dashboard' };
    return { kind: 'here', hash: hrefOf(route) };
  }
  const url = new URL(location.url, pageUrl);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new Error(`url: ${url.protocol} addresses are not opened, give an https one`);
  }
  const issueKey = /^\/browse\/([^/]+)$/.exec(url.pathname)?.[1];
  if (url.origin !== new URL(pageUrl).origin || issueKey === undefined) {
    return { kind: 'elsewhere', url: url.href };
  }
  return { kind: 'here', hash: hrefOf({ page: 'issue', issueKey: decodeURIComponent(issueKey) }) };
}

export const urlOf = (destination: Destination, pageUrl: string): string =>
  destination.kind === 'here' ? new URL(destination.hash, pageUrl).href : destination.url;
