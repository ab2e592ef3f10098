import type { ChangeCredentialInput } from '../../../src/contract';
import { ConfirmPanel } from '../../shared/form/ConfirmPanel';
import { usePanel } from '../../shared/panel';
import { usePanelAct } from '../../shared/use-panel-act';
import type { CredentialTask } from './credential-task';

interface ChangeCredentialProps {
  readonly task: Exclude<CredentialTask, { readonly kind: 'create' }>;
  readonly onClose: () => void;
  /** With the new token; null when it was revoked. */
  readonly onChanged: (token: string | null) => void;
}

/** Asks once whether a credential gets a new secret, or ends. */
export function ChangeCredential({ task, onClose, onChanged }: ChangeCredentialProps) {
  const { client, formats } = usePanel();
  const { t } = formats;
  const { kind: action, credentialId, label } = task;
  const change = usePanelAct(
    (input: ChangeCredentialInput) => client.changeCredential(input),
    ({ token }) => onChanged(token),
  );
  return (
    <ConfirmPanel
      {...t.message(`admin.credential.${action}Ask`, { label })}
      confirmLabel={t(`admin.credential.${action}Confirm`)}
      isDanger={action === 'revoke'}
      isRunning={change.isRunning}
      failure={change.failure}
      subject="administration"
      onCancel={onClose}
      onConfirm={() => change.run({ credentialId, action })}
    />
  );
}
