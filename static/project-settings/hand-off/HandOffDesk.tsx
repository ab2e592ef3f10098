import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';

import type { DeskEscalationPolicy, PolicyPublication } from '../../../src/contract';
import { usePanel } from '../../shared/panel';
import { useWarnOnLeave } from '../../shared/draft/use-warn-on-leave';
import { VersionList } from '../VersionList';
import { preparePolicyChanges } from './policy-changes';
import { LabPlace } from './LabPlace';
import { patchedType, policyOf, typeDraftIn } from './policy-draft';
import { PolicyDraftPanel } from './PolicyDraftPanel';
import { PolicyForm } from './PolicyForm';
import { preparePolicyVersions } from './prepare-policy-versions';
import { ProposalPanel } from './ProposalPanel';
import { usePolicyDraft } from './use-policy-draft';
import { useTargetChoices, useTargetNames } from './use-target-choices';
import { validatePolicy } from './validate-policy';

export function HandOffDesk({ desk }: { readonly desk: DeskEscalationPolicy }) {
  const { formats } = usePanel();
  const { t } = formats;
  const draft = usePolicyDraft(desk);
  const [chosenType, setChosen] = useState<string | null>(null);
  // A draft that is discarded or restored may have no policy of its own for it.
  const isOwn = draft.draft.requestTypes.some(({ requestType }) => requestType === chosenType);
  const chosen = isOwn ? chosenType : null;
  const [done, setDone] = useState<PolicyPublication | null>(null);
  const targets = useTargetChoices(desk.desk);
  const names = useTargetNames(targets.choices, accountsOf(desk));

  const policy = policyOf(draft.draft);
  const problems = validatePolicy(policy);
  const changes = preparePolicyChanges(desk.policy, policy, names, formats);
  const isDirty = changes.length > 0 || problems.length > 0;
  useWarnOnLeave(isDirty);
  const versions = preparePolicyVersions(desk, names, formats);
  const [current] = versions;

  return (
    <>
      <div className="page-header">
        <p className="page-lead">{t('policy.lead')}</p>
        <p className="muted">
          {current === undefined ? t('policy.noVersion') : `${current.name} · ${current.origin}`}
        </p>
      </div>
      {done?.status === 'published' && done.version === desk.version && (
        <div className="page-message" role="status">
          <SectionMessage appearance="success">
            {t('policy.published', { version: desk.version })}
          </SectionMessage>
        </div>
      )}
      <div className="settings-columns">
        <PolicyForm {...{ desk, draft, problems, targets, chosen }} onChoose={setChosen} />
        <div className="settings-stack">
          {desk.proposal !== null && (
            <ProposalPanel desk={desk} proposal={desk.proposal} names={names} />
          )}
          <PolicyDraftPanel
            desk={desk}
            draft={draft}
            policy={policy}
            problems={problems}
            changes={changes}
            names={names}
            onDone={(publication) => {
              draft.discard();
              setDone(publication);
            }}
          />
          {versions.length > 0 && (
            <VersionList versions={versions} isDraftDirty={isDirty} onRestore={draft.restore} />
          )}
        </div>
      </div>
      <LabPlace
        key={chosen}
        project={desk.desk.key}
        requestType={chosen}
        draft={typeDraftIn(draft.draft, chosen)}
        onChange={(patch) => draft.change(patchedType(draft.draft, chosen, patch))}
      />
    </>
  );
}

/** Everybody whose name is shown. */
const accountsOf = ({ versions, proposal }: DeskEscalationPolicy): readonly (string | null)[] => [
  ...versions.flatMap(({ proposedBy, approvedBy }) => [proposedBy, approvedBy]),
  proposal?.proposedBy ?? null,
];
