import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';

import type { ShellState } from '../../../shell-api';
import type { Api } from './api';

const POLL_MS = 1500;

export const stateKey = (accountId: string): readonly unknown[] => ['state', accountId];

/** The site's state, polled; when its revision has moved, what is on screen is read again. */
export function useShellState(api: Api): UseQueryResult<ShellState> {
  const queries = useQueryClient();
  const { accountId } = api;
  const state = useQuery({
    queryKey: stateKey(accountId),
    queryFn: () => api.get<ShellState>('/api/state'),
    refetchInterval: POLL_MS,
    placeholderData: (previous: ShellState | undefined) => previous,
  });
  const revision = state.data?.revision;

  useEffect(() => {
    void queries.invalidateQueries({ queryKey: ['live', accountId] });
  }, [queries, accountId, revision]);

  return state;
}
