import { useState } from 'react';

import type {
  DeskEscalationPolicy,
  EscalationPolicy,
  PublishEscalationPolicyInput,
} from '../../../src/contract';
import { ConfirmPanel } from '../../shared/form/ConfirmPanel';
import { TextField } from '../../shared/form/TextField';
import { useTexts } from '../../shared/texts/use-texts';
import type { PanelAct } from '../../shared/use-panel-act';
import { ChangeList } from '../ChangeList';
import type { PolicyChangeView } from './policy-changes';
import type { PolicyDraftState } from './use-policy-draft';

interface PublishPolicyFormProps {
  readonly desk: DeskEscalationPolicy;
  readonly draft: PolicyDraftState;
  readonly policy: EscalationPolicy;
  readonly changes: readonly PolicyChangeView[];
  readonly publish: PanelAct<PublishEscalationPolicyInput>;
  readonly onCancel: () => void;
}

const MAX_REASON = 200;

/** The differences in words, and why; the policy in force decides whether one person is enough. */
export function PublishPolicyForm(props: PublishPolicyFormProps) {
  const { desk, draft, policy, changes, publish, onCancel } = props;
  const t = useTexts();
  const { restoring } = draft;
  const [reason, setReason] = useState(
    restoring === null ? '' : t('settings.publish.restoredReason', { version: restoring }),
  );
  const [isTried, setIsTried] = useState(false);
  const isMissing = reason.trim() === '';
  const how = desk.policy.needsSecondPerson ? 'propose' : 'publish';
  return (
    <ConfirmPanel
      {...t.message(`policy.${how}`, { version: desk.version + 1 })}
      confirmLabel={t(`policy.confirm.${how}`)}
      isRunning={publish.isRunning}
      failure={publish.failure}
      subject="settings"
      onCancel={onCancel}
      onConfirm={() => {
        setIsTried(true);
        if (isMissing) return;
        publish.run({
          project: desk.desk.key,
          policy,
          reason: reason.trim(),
          basedOnVersion: draft.basedOn,
          restoredFrom: restoring,
        });
      }}
    >
      <ChangeList changes={changes} />
      <TextField
        label={t('settings.publish.reason')}
        hint={t('settings.publish.reasonHint')}
        error={isTried && isMissing ? t('settings.publish.reasonMissing') : null}
        isMultiline
        maxLength={MAX_REASON}
        value={reason}
        onChange={setReason}
      />
    </ConfirmPanel>
  );
}
