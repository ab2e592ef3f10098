import type { DeskEscalationPolicy, EscalationPolicy } from '../../../src/contract';
import { areSamePolicies, OPEN_POLICY } from '../../../src/contract/catalogue';
import {
  useVersionDraft,
  type DraftKind,
  type VersionDraft,
} from '../../shared/draft/use-version-draft';
import { policyKeeper } from './kept-policy-draft';
import { draftOf, policyOf, type PolicyDraft } from './policy-draft';
import { rebasePolicy } from './rebase-policy';

const POLICY: DraftKind<'policy', EscalationPolicy, PolicyDraft> = {
  kind: 'policy',
  keeper: policyKeeper,
  toDraft: draftOf,
  toContent: policyOf,
  rebase: rebasePolicy,
  areSame: areSamePolicies,
};

/** What a person is about to publish or to propose; made from version 0: from none. */
export type PolicyDraftState = VersionDraft<PolicyDraft>;

export const usePolicyDraft = (desk: DeskEscalationPolicy): PolicyDraftState =>
  useVersionDraft(POLICY, {
    project: desk.desk.key,
    version: desk.version,
    content: desk.policy,
    contentAt: (wanted) => policyAt(desk, wanted),
  });

/** null: so old that it is no longer listed. */
export const policyAt = (
  { versions }: DeskEscalationPolicy,
  wanted: number,
): EscalationPolicy | null =>
  wanted === 0 ? OPEN_POLICY : (versions.find(({ version }) => version === wanted)?.policy ?? null);
