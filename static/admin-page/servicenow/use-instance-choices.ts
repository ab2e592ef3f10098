import { useQuery } from '@tanstack/react-query';

import type { ServiceNowChoices } from '../../../src/contract';
import { ReadFailure, toFailure, type Failure } from '../../shared/failure';
import { usePanel } from '../../shared/panel';

export interface InstanceChoicesState {
  /** null while they are read, and when the instance did not answer. */
  readonly choices: ServiceNowChoices | null;
  readonly failure: Failure | null;
  readonly isReading: boolean;
  readonly retry: () => void;
}

const FRESH_MS = 10 * 60_000;

/** What the instance offers. It is asked once, and not every time that something is saved. */
export function useInstanceChoices(address: string): InstanceChoicesState {
  const { client } = usePanel();
  const query = useQuery({
    queryKey: ['servicenow-choices', address],
    queryFn: async () => {
      const result = await client.readServiceNowChoices({});
      if (!result.ok) throw new ReadFailure(result.error);
      return result.value;
    },
    staleTime: FRESH_MS,
    retry: false,
  });
  return {
    choices: query.data ?? null,
    failure: query.error === null ? null : toFailure(query.error),
    isReading: query.isFetching,
    retry: () => void query.refetch(),
  };
}
