import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { usePanel } from '../panel';
import type { IssuesRead } from './issues-read';
import { readIssues, type JiraIssue } from './read-issues';

const NO_ISSUES: ReadonlyMap<string, JiraIssue> = new Map();

/**
 * Key, summary and status of tickets, as Jira shows them to the viewer; all of them in one request.
 *
 * @param pollMs - between two readings; without it they are read once
 */
export function useIssues(
  issueIds: readonly string[],
  { pollMs }: { readonly pollMs?: number } = {},
): IssuesRead & { readonly retry: () => void } {
  const { host } = usePanel();
  const ids = [...new Set(issueIds)].sort();
  const { data, isError, isPlaceholderData, refetch } = useQuery({
    queryKey: ['issues', ...ids],
    queryFn: () => readIssues(host, ids),
    enabled: ids.length > 0,
    refetchInterval: pollMs ?? false,
    // What is known stays on the screen while another ticket is added to it.
    placeholderData: keepPreviousData,
  });
  const retry = (): void => void refetch();
  if (data === undefined) {
    return { status: isError ? 'failed' : 'loading', issues: NO_ISSUES, retry };
  }
  return { status: isPlaceholderData ? 'loading' : 'read', issues: data, retry };
}
