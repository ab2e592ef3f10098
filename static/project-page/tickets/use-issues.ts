import { useQuery } from '@tanstack/react-query';

import { readIssues } from '../../shared/jira/read-issues';
import { usePanel } from '../../shared/panel';
import type { IssuesRead } from './prepare-ticket-rows';

interface Issues {
  readonly issues: IssuesRead;
  readonly retry: () => void;
}

/** Key, summary and status of tickets, as Jira shows them to the viewer. */
export function useIssues(issueIds: readonly string[]): Issues {
  const { host } = usePanel();
  const query = useQuery({
    queryKey: ['issues', ...issueIds],
    queryFn: () => readIssues(host, issueIds),
  });
  const retry = (): void => void query.refetch();
  if (query.data !== undefined) return { issues: query.data, retry };
  return { issues: query.isError ? 'failed' : 'loading', retry };
}
