import { appHref, decode, parseAppRoute, type AppRoute } from './app-route';

/** A place in the page, kept in the address's hash so that a reload keeps it. */
export type Route =
  | { readonly page: 'home' }
  /** `queueId` null: the project's first queue. `pageNumber` starts at 1. */
  | {
      readonly page: 'queue';
      readonly project: string;
      readonly queueId: string | null;
      readonly pageNumber: number;
    }
  | { readonly page: 'ai-outcomes'; readonly project: string }
  | { readonly page: 'issue'; readonly issueKey: string }
  | { readonly page: 'issues'; readonly jql: string; readonly pageNumber: number }
  | { readonly page: 'incidents'; readonly host: string; readonly pageNumber: number }
  /** By number or sys_id. */
  | { readonly page: 'incident'; readonly host: string; readonly incident: string }
  | { readonly page: 'dashboard' }
  | { readonly page: 'meter' }
  | AppRoute;

/** @param hash - with its `#`, e.g. `#/IT/queues/1?page=2`; what it does not know is home */
export function parseRoute(hash: string): Route {
  const app = parseAppRoute(hash);
  if (app !== null) return app;
  const [path = '', ...rest] = hash.replace(/^#\/?/, '').split('?');
  const query = new URLSearchParams(rest.join('?'));
  const [first = '', second = '', third = ''] = path.split('/').map((part) => decode(part));
  if (first === 'browse' && second !== '') return { page: 'issue', issueKey: second };
  if (first === 'dashboard' || first === 'meter') return { page: first };
  if (first === 'issues') {
    return { page: 'issues', jql: query.get('jql') ?? '', pageNumber: pageNumberIn(query) };
  }
  if (first === 'instances' && third !== '') {
    return { page: 'incident', host: second, incident: third };
  }
  if (first === 'instances') {
    return { page: 'incidents', host: second, pageNumber: pageNumberIn(query) };
  }
  if (second === 'ai-outcomes') return { page: 'ai-outcomes', project: first };
  if (second !== 'queues') return { page: 'home' };
  return {
    page: 'queue',
    project: first,
    queueId: third === '' ? null : third,
    pageNumber: pageNumberIn(query),
  };
}

export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'home':
      return '#/';
    case 'issue':
      return `#/browse/${encodeURIComponent(route.issueKey)}`;
    case 'issues': {
      const page = route.pageNumber === 1 ? '' : `&page=${route.pageNumber}`;
      return `#/issues?jql=${encodeURIComponent(route.jql)}${page}`;
    }
    case 'incidents': {
      const page = route.pageNumber === 1 ? '' : `?page=${route.pageNumber}`;
      return `#/instances/${encodeURIComponent(route.host)}${page}`;
    }
    case 'incident':
      return `#/instances/${encodeURIComponent(route.host)}/${encodeURIComponent(route.incident)}`;
    case 'dashboard':
    case 'meter':
      return `#/${route.page}`;
    case 'ai-outcomes':
      return `#/${encodeURIComponent(route.project)}/ai-outcomes`;
    case 'queue': {
      const queue = route.queueId === null ? '' : `/${encodeURIComponent(route.queueId)}`;
      const page = route.pageNumber === 1 ? '' : `?page=${route.pageNumber}`;
      return `#/${encodeURIComponent(route.project)}/queues${queue}${page}`;
    }
    case 'project-app':
    case 'settings-app':
    case 'admin-app':
    case 'global-app':
      return appHref(route);
  }
}

/** Without what only moves within a page. */
export function sectionOf(route: Route): Route {
  if (route.page === 'queue') return { ...route, pageNumber: 1 };
  if (route.page === 'incidents') return { ...route, pageNumber: 1 };
  if (route.page === 'incident') return { page: 'incidents', host: route.host, pageNumber: 1 };
  if (route.page === 'issues') return { page: 'issues', jql: '', pageNumber: 1 };
  return 'app' in route ? { ...route, app: { ...route.app, path: '/' } } : route;
}

/** Key of the project that a place belongs to; null for those of the whole site. */
export function projectOf(route: Route): string | null {
  if ('project' in route) return route.project;
  return route.page === 'issue' ? route.issueKey.replace(/-\d+$/, '') : null;
}

function pageNumberIn(query: URLSearchParams): number {
  const pageNumber = Number(query.get('page') ?? 1);
  return Number.isSafeInteger(pageNumber) && pageNumber > 0 ? pageNumber : 1;
}
