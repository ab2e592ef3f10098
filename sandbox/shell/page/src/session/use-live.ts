import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';

import { useSession } from './session';

interface LiveOptions {
  /** Shows the last answer of another path until this one's arrives, e.g. from page to page. */
  readonly keepsPrevious?: boolean;
}

/** What the server says at a path; read again whenever the site has changed. */
export function useLive<T>(
  path: string,
  { keepsPrevious = false }: LiveOptions = {},
): UseQueryResult<T> {
  const { api } = useSession();
  return useQuery<T>({
    queryKey: liveKey(api.accountId, path),
    queryFn: () => api.get<T>(path),
    ...(keepsPrevious && { placeholderData: keepPreviousData }),
  });
}

export const liveKey = (accountId: string, path: string): readonly unknown[] => [
  'live',
  accountId,
  path,
];
