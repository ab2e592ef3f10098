import { avatarUrls } from './entity-json';
import type { EndpointRequest } from './endpoint';
import { readNumber } from './read-request';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 100;

export interface Slice<T> {
  readonly values: readonly T[];
  /** The page's envelope with the values, as `toJson` writes them. */
  readonly page: (toJson: (value: T) => unknown) => unknown;
}

/** The page that the query asks for, in the service desk API's paging. */
export function serviceDeskSlice<T>(
  { query, site }: EndpointRequest,
  path: string,
  all: readonly T[],
): Slice<T> {
  const start = readNumber(query, 'start', { fallback: 0, max: Number.MAX_SAFE_INTEGER });
  const limit = readNumber(query, 'limit', { fallback: DEFAULT_LIMIT, max: MAX_LIMIT });
  const values = all.slice(start, start + limit);
  const isLastPage = start + values.length >= all.length;
  const base = `${site.baseUrl}/rest/servicedeskapi`;
  const at = (from: number) => `${base}${path}?start=${from}&limit=${limit}`;
  return {
    values,
    page: (toJson) => ({
      _expands: [],
      size: values.length,
      start,
      limit,
      isLastPage,
      _links: {
        self: at(start),
        base,
        context: '',
        ...(isLastPage ? {} : { next: at(start + limit) }),
        ...(start === 0 ? {} : { prev: at(Math.max(0, start - limit)) }),
      },
      values: values.map(toJson),
    }),
  };
}

export function serviceDeskUserLinks(accountId: string, baseUrl: string) {
  const id = encodeURIComponent(accountId);
  const self = `${baseUrl}/rest/api/3/user?accountId=${id}`;
  return { jiraRest: self, avatarUrls: avatarUrls(`${baseUrl}/avatar/${id}`), self };
}
