import type { EscalationPolicy } from '../../../src/contract';
import { draftOf, policyOf } from './policy-draft';
import { validatePolicy } from './validate-policy';

/** A draft as it is kept for the browser's tab: Jira changes its pages without asking panels. */
export interface KeptPolicyDraft {
  readonly policy: EscalationPolicy;
  readonly basedOn: number;
  readonly restoring: number | null;
}

/** The part of the browser's storage that this needs. */
interface Storage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const keyOf = (project: string): string => `firstline.policy-draft.${project}`;

/** null when nothing is kept, or nothing that this form understands. */
export function readKeptPolicyDraft(
  storage: () => Storage,
  project: string,
): KeptPolicyDraft | null {
  try {
    const text = storage().getItem(keyOf(project)) ?? 'null';
    const kept = JSON.parse(text) as KeptPolicyDraft | null;
    if (kept === null || !Number.isInteger(kept.basedOn)) return null;
    const policy = policyOf(draftOf(kept.policy));
    if (validatePolicy(policy).length > 0) return null;
    const restoring = Number.isInteger(kept.restoring) ? kept.restoring : null;
    return { policy, basedOn: kept.basedOn, restoring };
  } catch {
    return null;
  }
}

/** @param kept - null takes away what was kept; so does one that the app would not take */
export function keepPolicyDraft(
  storage: () => Storage,
  project: string,
  kept: KeptPolicyDraft | null,
): void {
  try {
    if (kept === null || validatePolicy(kept.policy).length > 0) {
      storage().removeItem(keyOf(project));
      return;
    }
    const { policy, basedOn, restoring } = kept;
    storage().setItem(keyOf(project), JSON.stringify({ policy, basedOn, restoring }));
  } catch {
    // A browser that keeps nothing: the draft lives as long as the page.
  }
}
