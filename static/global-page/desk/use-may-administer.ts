import { useQuery } from '@tanstack/react-query';

import { usePanel } from '../../shared/panel';

/** Asked once: until it is known, and when it cannot be, they may not. */
export function useMayAdminister(deskKey: string): boolean {
  const { client } = usePanel();
  const { data } = useQuery({
    queryKey: ['may-administer', deskKey],
    queryFn: async () => (await client.readDeskChoices({ project: deskKey })).ok,
    staleTime: Infinity,
  });
  return data ?? false;
}
