/** A page of the app, and where within it one is. */
export type AppRoute =
  | { readonly page: 'project-app'; readonly project: string; readonly app: AppPlace }
  | { readonly page: 'settings-app'; readonly project: string; readonly app: AppPlace }
  | { readonly page: 'admin-app'; readonly app: AppPlace }
  | { readonly page: 'global-app'; readonly app: AppPlace };

export interface AppPlace {
  readonly moduleKey: string;
  /** The panel's own, e.g. `/trends?by=week`; its start is `/`. */
  readonly path: string;
}

const PLACES = {
  'global-app': /^#\/apps\/([^/?#]+)(.*)$/,
  'admin-app': /^#\/admin\/apps\/([^/?#]+)(.*)$/,
  'settings-app': /^#\/([^/?#]+)\/settings\/apps\/([^/?#]+)(.*)$/,
  'project-app': /^#\/([^/?#]+)\/apps\/([^/?#]+)(.*)$/,
} as const;

/** Null for the address of anything else. */
export function parseAppRoute(hash: string): AppRoute | null {
  for (const page of ['global-app', 'admin-app'] as const) {
    const match = PLACES[page].exec(hash);
    if (match !== null) return { page, app: appPlace(match[1], match[2]) };
  }
  for (const page of ['settings-app', 'project-app'] as const) {
    const match = PLACES[page].exec(hash);
    if (match === null) continue;
    return { page, project: decode(match[1]), app: appPlace(match[2], match[3]) };
  }
  return null;
}

export function appHref(route: AppRoute): string {
  const { moduleKey, path } = route.app;
  return appBase(route) + encodeURIComponent(moduleKey) + (path === '/' ? '' : path);
}

function appBase(route: AppRoute): string {
  if (route.page === 'global-app') return '#/apps/';
  if (route.page === 'admin-app') return '#/admin/apps/';
  const project = encodeURIComponent(route.project);
  return route.page === 'settings-app' ? `#/${project}/settings/apps/` : `#/${project}/apps/`;
}

/** What is no valid escape stays as it is. */
export function decode(part = ''): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const appPlace = (moduleKey = '', rest = ''): AppPlace => ({
  moduleKey: decode(moduleKey),
  path: rest.startsWith('/') ? rest : `/${rest}`,
});
