import { JiraFault } from '../fault';
import { bulkPropertyEndpoints } from './bulk-property-endpoints';
import { catalogueEndpoints } from './catalogue-endpoints';
import { changelogEndpoint } from './changelog-endpoint';
import { commentEndpoints } from './comment-endpoints';
import { editEndpoint } from './edit-endpoint';
import type { Endpoint } from './endpoint';
import { fieldValueEndpoints } from './field-value-endpoints';
import { groupEndpoints } from './group-endpoints';
import { issueEndpoints } from './issue-endpoints';
import { permissionEndpoints } from './permission-endpoints';
import { projectEndpoints } from './project-endpoints';
import { propertyEndpoints } from './property-endpoints';
import { requestEndpoints } from './request-endpoints';
import { searchEndpoints } from './search-endpoints';
import { serviceDeskEndpoints } from './service-desk-endpoints';
import { siteEndpoints } from './site-endpoints';
import { transitionEndpoints } from './transition-endpoints';

/** Every endpoint of the site. Fixed paths stand before those with parameters. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...siteEndpoints,
  ...catalogueEndpoints,
  ...groupEndpoints,
  ...projectEndpoints,
  ...permissionEndpoints,
  ...searchEndpoints,
  changelogEndpoint,
  ...fieldValueEndpoints,
  ...bulkPropertyEndpoints,
  ...propertyEndpoints,
  ...issueEndpoints,
  editEndpoint,
  ...commentEndpoints,
  ...transitionEndpoints,
  ...serviceDeskEndpoints,
  ...requestEndpoints,
];

export interface Route {
  readonly endpoint: Endpoint;
  readonly params: ReadonlyMap<string, string>;
}

/** The endpoint behind a path; throws 405 for another method, 404 for an unknown path. */
export function route(method: string, pathname: string): Route {
  const parts = pathname.split('/').map(decodePart);
  let hasPath = false;
  for (const endpoint of ENDPOINTS) {
    const params = matchParts(endpoint.template.split('/'), parts);
    if (params === null) continue;
    if (endpoint.method === method) return { endpoint, params };
    hasPath = true;
  }
  if (hasPath) throw new JiraFault(405, `Method ${method} is not allowed for ${pathname}`);
  throw new JiraFault(404, `No endpoint for uri: ${pathname}`);
}

function matchParts(
  template: readonly string[],
  parts: readonly string[],
): ReadonlyMap<string, string> | null {
  if (template.length !== parts.length) return null;
  const params = new Map<string, string>();
  for (const [i, wanted] of template.entries()) {
    const part = parts[i] ?? '';
    if (wanted.startsWith('{')) {
      if (part === '') return null;
      params.set(wanted.slice(1, -1), part);
      continue;
    }
    if (wanted !== part) return null;
  }
  return params;
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new JiraFault(400, `The path has a part that cannot be decoded: ${part}`);
  }
}
