import { useQuery } from '@tanstack/react-query';

import { usePanel } from '../panel';
import { jqlOfIssues } from './jql';
import { readIssues } from './read-issues';

export interface VisibleSearch {
  /** null while it is read, when that failed, and when the viewer may see none of the tickets. */
  readonly jql: string | null;
  readonly status: 'idle' | 'reading' | 'failed' | 'none-visible' | 'ready';
  /** Reads which tickets the viewer may see, once; null as `jql` is. */
  readonly find: () => Promise<string | null>;
}

/**
 * A search for those of the tickets that the viewer may see: Jira refuses a search that names any
 * other. Asked for only when somebody wants it, for it takes a request a hundred tickets.
 */
export function useVisibleSearch(issueIds: readonly string[]): VisibleSearch {
  const { host } = usePanel();
  const { data, isFetching, isError, refetch } = useQuery({
    queryKey: ['visible', ...issueIds],
    queryFn: async () => [...(await readIssues(host, issueIds)).keys()],
    enabled: false,
    refetchInterval: false,
  });
  const find = async (): Promise<string | null> => jqlOf((await refetch()).data);
  return { jql: jqlOf(data), status: statusOf(data, isFetching, isError), find };
}

const jqlOf = (visible: readonly string[] | undefined): string | null =>
  visible === undefined || visible.length === 0 ? null : jqlOfIssues(visible);

function statusOf(
  visible: readonly string[] | undefined,
  isFetching: boolean,
  isError: boolean,
): VisibleSearch['status'] {
  if (isFetching) return 'reading';
  if (isError) return 'failed';
  if (visible === undefined) return 'idle';
  return visible.length === 0 ? 'none-visible' : 'ready';
}
