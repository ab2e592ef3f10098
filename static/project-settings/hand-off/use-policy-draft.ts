import { useEffect, useState } from 'react';

import type { DeskEscalationPolicy, EscalationPolicy, PolicyVersion } from '../../../src/contract';
import { areSamePolicies, OPEN_POLICY } from '../../../src/contract/catalogue';
import { draftOf, policyOf, type PolicyDraft } from './policy-draft';
import { keepPolicyDraft, readKeptPolicyDraft } from './kept-policy-draft';
import { rebasePolicy } from './rebase-policy';

interface OwnDraft {
  readonly draft: PolicyDraft;
  readonly basedOn: number;
  readonly restoring: number | null;
}

/** What a person is about to publish or to propose. */
export interface PolicyDraftState {
  /** What the form shows: the policy in force until somebody changes it. */
  readonly draft: PolicyDraft;
  /** The version that it was made from; 0: from none. */
  readonly basedOn: number;
  /** The version whose policy this is again; null for a new one. */
  readonly restoring: number | null;
  /** Another version holds by now than the draft was made from. */
  readonly isOvertaken: boolean;
  readonly change: (patch: Partial<PolicyDraft>) => void;
  readonly restore: (version: PolicyVersion) => void;
  /** Goes on with the draft's own changes on top of what holds now. */
  readonly follow: () => void;
  readonly discard: () => void;
}

/** A draft that survives polling, other people's versions, and Jira's changes of page. */
export function usePolicyDraft(desk: DeskEscalationPolicy): PolicyDraftState {
  const { key: project } = desk.desk;
  const [own, setOwn] = useState<OwnDraft | null>(() => readOwn(project));
  const { draft, basedOn, restoring } = own ?? {
    draft: draftOf(desk.policy),
    basedOn: desk.version,
    restoring: null,
  };
  useEffect(() => {
    const kept = own === null ? null : { ...own, policy: policyOf(own.draft) };
    keepPolicyDraft(storageOfTab, project, kept);
  }, [project, own]);

  return {
    draft,
    basedOn,
    restoring: isStill(restoring, draft, desk) ? restoring : null,
    isOvertaken: own !== null && basedOn !== desk.version,
    change: (patch) => {
      const next = { ...draft, ...patch };
      const isUntouched =
        basedOn === desk.version && JSON.stringify(next) === JSON.stringify(draftOf(desk.policy));
      setOwn(isUntouched ? null : { draft: next, basedOn, restoring });
    },
    restore: ({ version, policy }) =>
      setOwn({ draft: draftOf(policy), basedOn: desk.version, restoring: version }),
    follow: () => {
      const base = policyAt(desk, basedOn);
      const rebased = base === null ? draft : rebasePolicy(draft, base, desk.policy);
      setOwn({ draft: rebased, basedOn: desk.version, restoring });
    },
    discard: () => setOwn(null),
  };
}

/** null: so old that it is no longer listed. */
export const policyAt = (
  { versions }: DeskEscalationPolicy,
  wanted: number,
): EscalationPolicy | null =>
  wanted === 0 ? OPEN_POLICY : (versions.find(({ version }) => version === wanted)?.policy ?? null);

/** Asked for anew each time: a browser that keeps nothing refuses already this. */
const storageOfTab = (): Storage => sessionStorage;

function readOwn(project: string): OwnDraft | null {
  const kept = readKeptPolicyDraft(storageOfTab, project);
  if (kept === null) return null;
  const { policy, basedOn, restoring } = kept;
  return { draft: draftOf(policy), basedOn, restoring };
}

/** A restored version that was changed since is a new one. */
function isStill(restoring: number | null, draft: PolicyDraft, desk: DeskEscalationPolicy) {
  const restored = desk.versions.find(({ version }) => version === restoring);
  return restored !== undefined && areSamePolicies(restored.policy, policyOf(draft));
}
