import { useQuery } from '@tanstack/react-query';

import { usePanel } from '../../shared/panel';

/** What people call a desk; its key until that is known. */
export function useDeskName(deskKey: string): string {
  const { client } = usePanel();
  const { data } = useQuery({
    queryKey: ['desk-names'],
    queryFn: async () => {
      const answer = await client.listDesks({});
      return answer.ok ? answer.value : [];
    },
    staleTime: Infinity,
  });
  return data?.find(({ projectKey }) => projectKey === deskKey)?.name ?? deskKey;
}
