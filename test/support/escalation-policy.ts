import { askApp } from '../../sandbox/ask-app';
import type { World } from '../../sandbox/world';
import type {
  DecidePolicyProposalInput,
  DeskEscalationPolicy,
  EscalationPolicy,
  PolicyPublication,
} from '../../src/contract';
import { OPEN_POLICY } from '../../src/domain/escalation/policy';
import { PROJECT_ADMIN, SITE_ADMIN } from './app-world';

/** The open policy with this threshold for everything. */
export const handOffBelow = (
  confidenceThreshold: number,
  over: Partial<EscalationPolicy> = {},
): EscalationPolicy => ({
  ...OPEN_POLICY,
  fallback: { ...OPEN_POLICY.fallback, confidenceThreshold },
  ...over,
});

export const policyOfDesk = (
  { host }: World,
  accountId = PROJECT_ADMIN,
): Promise<DeskEscalationPolicy> =>
  askApp(host, 'readEscalationPolicy', { project: 'IT' }, accountId);

/** Publishes a policy of the IT desk as its administrator, or proposes it. */
export async function publishPolicy(
  world: World,
  policy: EscalationPolicy,
  options: {
    readonly reason?: string;
    readonly basedOnVersion?: number;
    readonly restoredFrom?: number;
    readonly accountId?: string;
  } = {},
): Promise<PolicyPublication> {
  const publication = {
    project: 'IT',
    policy,
    reason: options.reason ?? '',
    basedOnVersion: options.basedOnVersion ?? (await policyOfDesk(world)).version,
    restoredFrom: options.restoredFrom ?? null,
  };
  return askApp(
    world.host,
    'publishEscalationPolicy',
    publication,
    options.accountId ?? PROJECT_ADMIN,
  );
}

/** Decides on what waits now, by default as the other administrator. */
export async function decideProposal(
  world: World,
  decision: DecidePolicyProposalInput['decision'],
  accountId: string = SITE_ADMIN,
): Promise<number> {
  const { proposal } = await policyOfDesk(world);
  if (proposal === null) throw new Error('No proposal waits');
  const { proposalId } = proposal;
  const decided = { project: 'IT', proposalId, decision };
  return askApp(world.host, 'decidePolicyProposal', decided, accountId);
}
