import { useQuery } from '@tanstack/react-query';

import { usePanel } from '../panel';
import { readAccountNames } from './read-account-names';

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** Names as Jira shows them to the viewer; empty until they arrive, and where Jira does not answer. */
export function useAccountNames(
  accountIds: readonly (string | null)[],
): ReadonlyMap<string, string> {
  const { host } = usePanel();
  const ids = [...new Set(accountIds)].filter((id) => id !== null).sort();
  const { data } = useQuery({
    queryKey: ['account-names', ids],
    queryFn: () => readAccountNames(host, ids),
    enabled: ids.length > 0,
    staleTime: Infinity,
  });
  return data ?? NO_NAMES;
}
