import { useState } from 'react';

import type { CreateCredentialInput } from '../../../src/contract';
import { ConfirmPanel } from '../../shared/form/ConfirmPanel';
import { SelectField } from '../../shared/form/SelectField';
import { TextField } from '../../shared/form/TextField';
import { usePanel } from '../../shared/panel';
import { usePanelAct } from '../../shared/use-panel-act';
import {
  credentialOf,
  MAX_LABEL,
  MAX_TRACE_URL,
  problemsOfCredential,
  TRACE_ID_PLACE,
} from './credential-entry';

interface CredentialFormProps {
  readonly agents: readonly { readonly value: string; readonly label: string }[];
  readonly onClose: () => void;
  readonly onIssued: (token: string | null) => void;
}

/** Asks for which agent a credential is, and how to tell it from others. */
export function CredentialForm({ agents, onClose, onIssued }: CredentialFormProps) {
  const { client, formats } = usePanel();
  const { t } = formats;
  const [entry, setEntry] = useState(() => ({
    // A choice of one is none.
    agentId: agents.length === 1 ? (agents[0]?.value ?? '') : '',
    label: '',
    traceUrlTemplate: '',
  }));
  const [isTried, setIsTried] = useState(false);
  const create = usePanelAct(
    (input: CreateCredentialInput) => client.createCredential(input),
    ({ token }) => onIssued(token),
  );
  const problems = problemsOfCredential(entry);
  const errorOf = (field: keyof typeof problems): string | null => {
    const problem = problems[field];
    if (!isTried || problem === undefined) return null;
    return t(`admin.credential.${problem}`, { place: TRACE_ID_PLACE });
  };

  return (
    <ConfirmPanel
      {...t.message('admin.credential.form')}
      confirmLabel={t('admin.credential.create')}
      isRunning={create.isRunning}
      failure={create.failure}
      subject="administration"
      onCancel={onClose}
      onConfirm={() => {
        setIsTried(true);
        const input = credentialOf(entry);
        if (input !== null) create.run(input);
      }}
    >
      <SelectField
        label={t('admin.credential.agent')}
        error={errorOf('agentId')}
        value={entry.agentId}
        options={[{ value: '', label: t('admin.credential.choose') }, ...agents]}
        onChange={(agentId) => setEntry({ ...entry, agentId })}
      />
      <TextField
        label={t('admin.credential.label')}
        hint={t('admin.credential.labelHint')}
        error={errorOf('label')}
        maxLength={MAX_LABEL}
        value={entry.label}
        onChange={(label) => setEntry({ ...entry, label })}
      />
      <TextField
        label={t('admin.credential.traceUrl')}
        hint={t('admin.credential.traceUrlHint', { place: TRACE_ID_PLACE })}
        error={errorOf('traceUrlTemplate')}
        maxLength={MAX_TRACE_URL}
        value={entry.traceUrlTemplate}
        onChange={(traceUrlTemplate) => setEntry({ ...entry, traceUrlTemplate })}
      />
    </ConfirmPanel>
  );
}
