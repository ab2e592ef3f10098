import type { z } from 'zod';

import type { ShellModule } from '../../../shell-api';
import { moduleRoute } from '../session/module-route';
import { hrefOf, type Route } from '../session/route';
import type { locationSchema } from './messages';

type Location = z.infer<typeof locationSchema>;

/** Where a panel wants to go: a place of this page, or the address of another one. */
export type Destination =
  | { readonly kind: 'here'; readonly hash: string }
  | { readonly kind: 'elsewhere'; readonly url: string };

export interface Surroundings {
  /** Of this page, against which relative addresses are read. */
  readonly pageUrl: string;
  readonly modules: readonly ShellModule[];
  /** Hosts of ServiceNow instances that this page shows. */
  readonly instances: readonly string[];
  /** Key of the project on screen; null without one. */
  readonly project: string | null;
}

export function destinationOf(location: Location, around: Surroundings): Destination {
  if (!('url' in location)) return { kind: 'here', hash: hrefOf(routeOf(location, around)) };
  const { pageUrl, instances } = around;
  const url = new URL(location.url, pageUrl);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new Error(`url: ${url.protocol} addresses are not opened, give an https one`);
  }
  const isHere = url.origin === new URL(pageUrl).origin;
  const route = isHere ? routeOfUrl(url) : incidentOfUrl(url, instances);
  if (route === null) return { kind: 'elsewhere', url: url.href };
  return { kind: 'here', hash: hrefOf(route) };
}

export const urlOf = (destination: Destination, pageUrl: string): string =>
  destination.kind === 'here' ? new URL(destination.hash, pageUrl).href : destination.url;

function routeOf(
  location: Exclude<Location, { readonly url: string }>,
  { modules, project }: Surroundings,
): Route {
  switch (location.target) {
    case 'issue':
      return { page: 'issue', issueKey: location.issueKey };
    case 'dashboard':
      return { page: 'dashboard' };
    case 'module': {
      const { moduleKey, projectKey = project, path = '/' } = location;
      const module = modules.find(({ key }) => key === moduleKey);
      const route = module === undefined ? null : moduleRoute(module, projectKey, path);
      if (route === null) throw new Error(`moduleKey: ${moduleKey} has no page, or no project`);
      return route;
    }
  }
}

/** An issue, or the issues that a JQL finds; null for other addresses. */
function routeOfUrl({ pathname, searchParams }: URL): Route | null {
  const issueKey = /^\/browse\/([^/]+)$/.exec(pathname)?.[1];
  if (issueKey !== undefined) return { page: 'issue', issueKey: decodeURIComponent(issueKey) };
  const jql = searchParams.get('jql');
  if (!/^\/issues\/?$/.test(pathname) || jql === null) return null;
  return { page: 'issues', jql, pageNumber: 1 };
}

/** A record of an instance, by the address that its own links have; null for other addresses. */
function incidentOfUrl({ host, pathname, searchParams }: URL, instances: readonly string[]) {
  if (!instances.includes(host)) return null;
  const target = pathname === '/nav_to.do' ? (searchParams.get('uri') ?? '') : '';
  const incident = /^\/?incident\.do\?sys_id=([0-9a-f]{32})$/.exec(target)?.[1];
  const route: Route =
    incident === undefined
      ? { page: 'incidents', host, pageNumber: 1 }
      : { page: 'incident', host, incident };
  return route;
}
