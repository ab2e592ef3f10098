import { useMutation, useQueryClient, type UseQueryResult } from '@tanstack/react-query';

import type { Dashboard, Gadget } from '../../../shell-api';
import { useSession } from '../session/session';
import { liveKey, useLive } from '../session/use-live';

const PATH = '/api/dashboard';

interface DashboardStore {
  readonly query: UseQueryResult<Dashboard>;
  /** Shown at once; taken back if the server refuses. */
  readonly save: (gadgets: readonly Gadget[]) => void;
  /** Why the last save failed; null otherwise. */
  readonly failure: Error | null;
}

export function useDashboard(): DashboardStore {
  const { api } = useSession();
  const queries = useQueryClient();
  const query = useLive<Dashboard>(PATH);
  const queryKey = liveKey(api.accountId, PATH);
  const saving = useMutation({
    networkMode: 'always',
    mutationFn: (dashboard: Dashboard) => api.send<unknown>('PUT', PATH, dashboard),
    onMutate: async (dashboard) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, dashboard);
    },
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  return {
    query,
    save: (gadgets) => saving.mutate({ gadgets }),
    failure: saving.error,
  };
}
