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
  | { readonly page: 'dashboard' }
  | { readonly page: 'meter' };

/** @param hash - with its `#`, e.g. `#/IT/queues/1?page=2`; what it does not know is home */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [first = '', second = '', third = ''] = path.split('/').map(decode);
  if (first === 'browse' && second !== '') return { page: 'issue', issueKey: second };
  if (first === 'dashboard' || first === 'meter') return { page: first };
  if (second === 'ai-outcomes') return { page: 'ai-outcomes', project: first };
  if (second !== 'queues') return { page: 'home' };
  const pageNumber = Number(new URLSearchParams(query).get('page') ?? 1);
  return {
    page: 'queue',
    project: first,
    queueId: third === '' ? null : third,
    pageNumber: Number.isSafeInteger(pageNumber) && pageNumber > 0 ? pageNumber : 1,
  };
}

export function hrefOf(route: Route): string {
  switch (route.page) {
    case 'home':
      return '#/';
    case 'issue':
      return `#/browse/${encodeURIComponent(route.issueKey)}`;
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
  }
}

/** Key of the project that a place belongs to; null for those of the whole site. */
export function projectOf(route: Route): string | null {
  if (route.page === 'queue' || route.page === 'ai-outcomes') return route.project;
  return route.page === 'issue' ? route.issueKey.replace(/-\d+$/, '') : null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
