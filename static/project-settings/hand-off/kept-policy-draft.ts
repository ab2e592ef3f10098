import type { EscalationPolicy } from '../../../src/contract';
import { draftKeeper } from '../../shared/draft/draft-keeper';
import { draftOf, policyOf } from './policy-draft';
import { validatePolicy } from './validate-policy';

export const policyKeeper = draftKeeper<'policy', EscalationPolicy>('policy', (kept) => {
  const policy = policyOf(draftOf(kept));
  return validatePolicy(policy).length > 0 ? null : policy;
});

export const { read: readKeptPolicyDraft, keep: keepPolicyDraft } = policyKeeper;
