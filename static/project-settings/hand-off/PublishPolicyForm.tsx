import type {
  DeskEscalationPolicy,
  EscalationPolicy,
  PublishEscalationPolicyInput,
} from '../../../src/contract';
import { useTexts } from '../../shared/texts/use-texts';
import type { PanelAct } from '../../shared/use-panel-act';
import { ReasonedPublish } from '../ReasonedPublish';
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

/** The differences in words, and why; the policy in force decides whether one person is enough. */
export function PublishPolicyForm(props: PublishPolicyFormProps) {
  const { desk, draft, policy, changes, publish, onCancel } = props;
  const t = useTexts();
  const how = desk.policy.needsSecondPerson ? 'propose' : 'publish';
  return (
    <ReasonedPublish
      {...t.message(`policy.${how}`, { version: desk.version + 1 })}
      confirmLabel={t(`policy.confirm.${how}`)}
      isRunning={publish.isRunning}
      failure={publish.failure}
      changes={changes}
      restoring={draft.restoring}
      onCancel={onCancel}
      onPublish={(reason) =>
        publish.run({
          project: desk.desk.key,
          policy,
          reason,
          basedOnVersion: draft.basedOn,
          restoredFrom: draft.restoring,
        })
      }
    />
  );
}
