import type { EndpointRequest } from './endpoint';
import { readNumber } from './read-request';

/** The page that the query asks for, in the platform API's `startAt` paging. */
export function platformSlice<T>(
  { query, site }: EndpointRequest,
  {
    path,
    all,
    size,
  }: {
    readonly path: string;
    readonly all: readonly T[];
    readonly size: { readonly fallback: number; readonly max: number };
  },
) {
  const startAt = readNumber(query, 'startAt', { fallback: 0, max: Number.MAX_SAFE_INTEGER });
  const maxResults = readNumber(query, 'maxResults', size);
  const values = all.slice(startAt, startAt + maxResults);
  const isLast = startAt + values.length >= all.length;
  const at = (from: number) => {
    const params = new URLSearchParams(query);
    params.set('startAt', String(from));
    params.set('maxResults', String(maxResults));
    return `${site.baseUrl}/rest/api/3${path}?${params.toString()}`;
  };
  const envelope = {
    self: at(startAt),
    ...(isLast ? {} : { nextPage: at(startAt + values.length) }),
    maxResults,
    startAt,
    total: all.length,
    isLast,
  };
  return { values, envelope };
}
