import { useQuery } from '@tanstack/react-query';

import type { DeskLabel } from '../../../src/contract';
import { useAccountNames } from '../../shared/jira/use-account-names';
import { usePanel } from '../../shared/panel';
import type { TargetNames } from './policy-words';
import { readIncidentTargets } from './read-incident-targets';
import { readTargetChoices, type JiraChoice, type TargetChoices } from './read-target-choices';

export interface TargetChoicesState {
  /** null while they are read, and when Jira did not answer. */
  readonly choices: TargetChoices | null;
  readonly hasFailed: boolean;
  readonly retry: () => void;
}

export function useTargetChoices({ key, source }: DeskLabel): TargetChoicesState {
  const { client, host, formats } = usePanel();
  const query = useQuery({
    queryKey: ['target-choices', key],
    queryFn: () =>
      source === 'jira'
        ? readTargetChoices(host, key)
        : readIncidentTargets(client, key, formats.t),
    staleTime: Infinity,
  });
  return {
    choices: query.data ?? null,
    hasFailed: query.isError,
    retry: () => void query.refetch(),
  };
}

/** @param accountIds - of people who are named, whether tickets can be assigned to them or not */
export function useTargetNames(
  choices: TargetChoices | null,
  accountIds: readonly (string | null)[],
): TargetNames {
  const people = useAccountNames(accountIds);
  const byId = (
    listed: readonly JiraChoice[] | undefined,
  ): readonly (readonly [string, string])[] => (listed ?? []).map(({ id, name }) => [id, name]);
  return {
    people: new Map([...byId(choices?.people), ...people]),
    priorities: new Map(byId(choices?.priorities)),
    statuses: new Map(byId(choices?.statuses)),
  };
}
