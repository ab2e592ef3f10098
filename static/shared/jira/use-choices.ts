import { useQuery } from '@tanstack/react-query';

/** Names to choose from, read of Jira as the viewer. */
export interface Choices {
  /** null while they are read, and when Jira did not answer. */
  readonly names: readonly string[] | null;
  readonly hasFailed: boolean;
  readonly retry: () => void;
}

/** @param key - what the names are of, e.g. `['statuses', 'IT']` */
export function useChoices(
  key: readonly string[],
  read: () => Promise<readonly string[]>,
): Choices {
  const query = useQuery({ queryKey: ['choices', ...key], queryFn: read, staleTime: Infinity });
  return {
    names: query.data ?? null,
    hasFailed: query.isError,
    retry: () => void query.refetch(),
  };
}
