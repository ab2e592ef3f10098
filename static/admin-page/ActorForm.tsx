import { useState } from 'react';

import type { RegisterActorInput } from '../../src/contract';
import { ConfirmPanel } from '../shared/form/ConfirmPanel';
import { RadioGroup } from '../shared/form/RadioGroup';
import { TextField } from '../shared/form/TextField';
import { usePanel } from '../shared/panel';
import { usePanelAct } from '../shared/use-panel-act';
import { ENTRY_KINDS, entryOf, problemsOfEntry, registrationOf } from './actor-entry';
import type { ActorTask } from './actor-task';

interface ActorFormProps {
  readonly task: Exclude<ActorTask, { readonly kind: 'remove' }>;
  readonly onClose: (hasSaved: boolean) => void;
}

const MAX_NAME = 64;

/** Says what an actor is; every desk is then judged again. */
export function ActorForm({ task, onClose }: ActorFormProps) {
  const { client, formats } = usePanel();
  const { t } = formats;
  const [entry, setEntry] = useState(() => entryOf(task));
  const [isTried, setIsTried] = useState(false);
  const register = usePanelAct(
    (input: RegisterActorInput) => client.registerActor(input),
    () => onClose(true),
  );
  const problems = problemsOfEntry(entry, task);
  const errorOf = (field: keyof typeof problems): string | null => {
    const problem = problems[field];
    return isTried && problem !== undefined ? t(`admin.entry.${problem}`) : null;
  };
  const kindError = errorOf('kind');

  return (
    <ConfirmPanel
      title={
        task.kind === 'add'
          ? t('admin.entry.add')
          : t(`admin.entry.${task.kind}`, { account: task.account })
      }
      body={t('admin.entry.effect')}
      confirmLabel={t('form.save')}
      isRunning={register.isRunning}
      failure={register.failure}
      subject="administration"
      onCancel={() => onClose(false)}
      onConfirm={() => {
        setIsTried(true);
        const input = registrationOf(entry, task);
        if (input !== null) register.run(input);
      }}
    >
      {task.kind === 'add' && (
        <TextField
          label={t('admin.entry.accountId')}
          hint={t('admin.entry.accountIdHint')}
          error={errorOf('account')}
          value={entry.accountId}
          onChange={(accountId) => setEntry({ ...entry, accountId })}
        />
      )}
      <RadioGroup
        legend={t('admin.entry.kind')}
        value={entry.kind}
        choices={ENTRY_KINDS.map((value) => ({
          value,
          label: t(`admin.kind.${value}`),
          description: t(`admin.kindHint.${value}`),
        }))}
        onChange={(kind) => setEntry({ ...entry, kind })}
      />
      {kindError !== null && (
        <p className="field-error" role="alert">
          {kindError}
        </p>
      )}
      {entry.kind === 'ai-agent' && (
        <>
          <TextField
            label={t('admin.entry.name')}
            hint={t('admin.entry.nameHint')}
            error={errorOf('name')}
            maxLength={MAX_NAME}
            value={entry.name}
            onChange={(name) => setEntry({ ...entry, name })}
          />
          <TextField
            label={t('admin.entry.vendor')}
            maxLength={MAX_NAME}
            value={entry.vendor}
            onChange={(vendor) => setEntry({ ...entry, vendor })}
          />
        </>
      )}
    </ConfirmPanel>
  );
}
