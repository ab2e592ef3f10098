import type { UnregisterActorInput } from '../../src/contract';
import { ConfirmPanel } from '../shared/form/ConfirmPanel';
import { usePanel } from '../shared/panel';
import { usePanelAct } from '../shared/use-panel-act';
import type { ActorTask } from './actor-task';

interface RemoveActorProps {
  readonly task: Extract<ActorTask, { readonly kind: 'remove' }>;
  readonly onClose: (hasSaved: boolean) => void;
}

export function RemoveActor({ task, onClose }: RemoveActorProps) {
  const { client, formats } = usePanel();
  const { t } = formats;
  const remove = usePanelAct(
    (input: UnregisterActorInput) => client.unregisterActor(input),
    () => onClose(true),
  );
  return (
    <ConfirmPanel
      {...t.message('admin.actors.removeAsk', { account: task.account })}
      confirmLabel={t('admin.actors.removeConfirm')}
      isDanger
      isRunning={remove.isRunning}
      failure={remove.failure}
      subject="administration"
      onCancel={() => onClose(false)}
      onConfirm={() => remove.run({ actorId: task.actorId })}
    />
  );
}
