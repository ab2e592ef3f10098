import { useQueryClient } from '@tanstack/react-query';

import type {
  DecidePolicyProposalInput,
  PolicyPublication,
  PublishEscalationPolicyInput,
  Result,
} from '../../../src/contract';
import { usePanel } from '../../shared/panel';
import { usePanelAct, type PanelAct } from '../../shared/use-panel-act';

/** Each is done only when the page shows what holds now: after a conflict, another person's. */
export function usePublishPolicy(
  onDone: (publication: PolicyPublication) => void,
): PanelAct<PublishEscalationPolicyInput> {
  const { client } = usePanel();
  const refreshed = useRefreshed();
  return usePanelAct(
    (input: PublishEscalationPolicyInput) => refreshed(client.publishEscalationPolicy(input)),
    onDone,
  );
}

export function useDecideProposal(): PanelAct<DecidePolicyProposalInput> {
  const { client } = usePanel();
  const refreshed = useRefreshed();
  return usePanelAct((input: DecidePolicyProposalInput) =>
    refreshed(client.decidePolicyProposal(input)),
  );
}

function useRefreshed() {
  const queries = useQueryClient();
  return async <T>(asked: Promise<Result<T>>): Promise<Result<T>> => {
    const answer = await asked;
    if (answer.ok || answer.error.kind === 'conflict') {
      await queries.invalidateQueries({ queryKey: ['escalation-policy'] });
    }
    return answer;
  };
}
