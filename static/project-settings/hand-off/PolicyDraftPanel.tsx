import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type {
  DeskEscalationPolicy,
  EscalationPolicy,
  PolicyPublication,
} from '../../../src/contract';
import { usePanel } from '../../shared/panel';
import { ChangeList } from '../ChangeList';
import { OvertakenNotice } from '../OvertakenNotice';
import { useFocusOnRestore } from '../use-focus-on-restore';
import { preparePolicyChanges, type PolicyChangeView } from './policy-changes';
import type { TargetNames } from './policy-words';
import { PublishPolicyForm } from './PublishPolicyForm';
import { policyAt, type PolicyDraftState } from './use-policy-draft';
import { usePublishPolicy } from './use-policy-acts';
import type { PolicyProblem } from './validate-policy';

interface PolicyDraftPanelProps {
  readonly desk: DeskEscalationPolicy;
  readonly draft: PolicyDraftState;
  readonly policy: EscalationPolicy;
  readonly problems: readonly PolicyProblem[];
  readonly changes: readonly PolicyChangeView[];
  readonly names: TargetNames;
  readonly onDone: (publication: PolicyPublication) => void;
}

/** Draft, review, publish or propose: one after the other. */
export function PolicyDraftPanel(props: PolicyDraftPanelProps) {
  const { desk, draft, policy, problems, changes, names, onDone } = props;
  const { formats } = usePanel();
  const { t } = formats;
  const [isReviewing, setIsReviewing] = useState(false);
  const publish = usePublishPolicy((publication) => {
    setIsReviewing(false);
    onDone(publication);
  });
  const heading = useFocusOnRestore(draft.restoring);
  const hasProblems = problems.length > 0;
  const hasDraft = changes.length > 0 || hasProblems;
  // What is published here is no other person's.
  const isOvertaken = draft.isOvertaken && !publish.isRunning;
  const waits = desk.proposal !== null && !publish.isRunning;
  const isFirst = desk.version === 0;
  const canReview = (changes.length > 0 || isFirst) && !hasProblems && !isOvertaken && !waits;
  const base = policyAt(desk, draft.basedOn);
  return (
    <section className="panel panel-draft" aria-labelledby="draft-title">
      <h2 id="draft-title" className="panel-title" tabIndex={-1} ref={heading}>
        {t('settings.draft.title')}
      </h2>
      {isOvertaken && hasDraft && (
        <OvertakenNotice
          version={desk.version}
          basedOn={draft.basedOn}
          since={base === null ? [] : preparePolicyChanges(base, desk.policy, names, formats)}
          onFollow={() => {
            // What it would be then is for another look.
            setIsReviewing(false);
            draft.follow();
          }}
        />
      )}
      {!hasDraft && (
        <p className="muted">{t(isFirst ? 'policy.draft.first' : 'policy.draft.none')}</p>
      )}
      {changes.length > 0 && !isReviewing && <ChangeList changes={changes} />}
      {draft.restoring !== null && (
        <p>{t('policy.draft.restoring', { version: draft.restoring })}</p>
      )}
      {hasProblems && (
        <p className="field-error" role="status">
          {t.plural('policy.draft.problems', problems.length)}
          {problems.some(({ field }) => field === 'policy') && ` ${t('policy.problem.policy')}`}
        </p>
      )}
      {waits && hasDraft && <p className="muted">{t('policy.draft.waits')}</p>}
      {isReviewing && canReview ? (
        <PublishPolicyForm
          desk={desk}
          draft={draft}
          policy={policy}
          changes={changes}
          publish={publish}
          onCancel={() => setIsReviewing(false)}
        />
      ) : (
        <div className="form-actions">
          <Button
            appearance="primary"
            isDisabled={!canReview}
            onClick={() => {
              publish.forget();
              setIsReviewing(true);
            }}
          >
            {t('policy.draft.review')}
          </Button>
          {hasDraft && (
            <Button
              appearance="subtle"
              onClick={() => {
                setIsReviewing(false);
                draft.discard();
              }}
            >
              {t('settings.draft.discard')}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
