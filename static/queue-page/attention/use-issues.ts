import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { readIssues } from '../../shared/jira/read-issues';
import { usePanel } from '../../shared/panel';
import type { IssuesRead } from './prepare-rows';

const POLL_MS = 60_000;

/** Reads tickets as the viewer, all of them in one request. */
export function useIssues(
  issueIds: readonly string[],
): IssuesRead & { readonly retry: () => void } {
  const { host } = usePanel();
  const ids = [...new Set(issueIds)].sort();
  const { data, isError, refetch } = useQuery({
    queryKey: ['issues', ...ids],
    queryFn: () => readIssues(host, ids),
    enabled: ids.length > 0,
    refetchInterval: POLL_MS,
    // What is known stays on the screen while another ticket is added to it.
    placeholderData: keepPreviousData,
  });
  const retry = (): void => void refetch();
  if (data !== undefined) return { status: 'read', issues: data, retry };
  return { status: isError ? 'failed' : 'loading', retry };
}
