import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type {
  DecidePolicyProposalInput,
  DeskEscalationPolicy,
  PolicyProposalView,
} from '../../../src/contract';
import { ConfirmPanel } from '../../shared/form/ConfirmPanel';
import { usePanel } from '../../shared/panel';
import { ChangeList } from '../ChangeList';
import { preparePolicyChanges } from './policy-changes';
import type { TargetNames } from './policy-words';
import { useDecideProposal } from './use-policy-acts';

interface ProposalPanelProps {
  readonly desk: DeskEscalationPolicy;
  readonly proposal: PolicyProposalView;
  readonly names: TargetNames;
}

type Decision = DecidePolicyProposalInput['decision'];

/** A change that waits for a second person. Whoever proposed it can only take it back. */
export function ProposalPanel({ desk, proposal, names }: ProposalPanelProps) {
  const { formats } = usePanel();
  const { t, ago, exactTime } = formats;
  const [asked, setAsked] = useState<Decision | null>(null);
  const decide = useDecideProposal();
  const who = names.people.get(proposal.proposedBy) ?? t('settings.versions.somebody');
  const choices: readonly Decision[] = proposal.isOwn ? ['withdraw'] : ['approve', 'reject'];
  return (
    <section className="panel panel-draft" aria-labelledby="proposal-title">
      <h2 id="proposal-title" className="panel-title">
        {t('policy.proposal.title')}
      </h2>
      <p className="muted" title={exactTime(proposal.at)}>
        {t('policy.proposal.origin', { who, when: ago(proposal.at, Date.parse(desk.asOf)) })}
        {proposal.restoredFrom !== null &&
          ` · ${t('settings.versions.restores', { version: proposal.restoredFrom })}`}
      </p>
      {proposal.reason !== null && <p>{t('ticket.quoted', { reason: proposal.reason })}</p>}
      <ChangeList changes={preparePolicyChanges(desk.policy, proposal.policy, names, formats)} />
      <p>{t(proposal.isOwn ? 'policy.proposal.own' : 'policy.proposal.others')}</p>
      {asked === null ? (
        <div className="form-actions">
          {choices.map((decision) => (
            <Button
              key={decision}
              appearance={decision === 'approve' ? 'primary' : 'default'}
              onClick={() => {
                decide.forget();
                setAsked(decision);
              }}
            >
              {t(`policy.decide.${decision}`)}
            </Button>
          ))}
        </div>
      ) : (
        <ConfirmPanel
          {...t.message(`policy.ask.${asked}`, { version: desk.version + 1 })}
          confirmLabel={t(`policy.confirm.${asked}`)}
          isRunning={decide.isRunning}
          failure={decide.failure}
          subject="settings"
          onCancel={() => setAsked(null)}
          onConfirm={() =>
            decide.run({
              project: desk.desk.key,
              proposalId: proposal.proposalId,
              decision: asked,
            })
          }
        />
      )}
    </section>
  );
}
