import { useQuery } from '@tanstack/react-query';

import type { TicketVerdict } from '../../src/contract';
import { readAccountNames } from '../shared/jira/read-account-names';
import { usePanel } from '../shared/panel';

const NOBODY: ReadonlyMap<string, string> = new Map();

/** Names of those who set outcomes by hand, as Jira shows them to the viewer; empty until read. */
export function useAccountNames(verdict: TicketVerdict | null): ReadonlyMap<string, string> {
  const { host } = usePanel();
  const ids = (verdict?.episodes ?? []).flatMap(({ override }) => override?.accountId ?? []);
  const { data = NOBODY } = useQuery({
    queryKey: ['names', ...ids],
    queryFn: () => readAccountNames(host, ids),
    enabled: ids.length > 0,
    staleTime: Infinity,
  });
  return data;
}
