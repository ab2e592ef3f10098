import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { Administration } from '../../src/contract';
import { useAccountNames } from '../shared/jira/use-account-names';
import { usePanel } from '../shared/panel';
import { ActorForm } from './ActorForm';
import { prepareActors } from './prepare-actors';
import { RegisteredTable } from './RegisteredTable';
import { RemoveActor } from './RemoveActor';
import type { ActorTask } from './actor-task';
import { UnclassifiedTable } from './UnclassifiedTable';

/** Who is an AI agent, and who is not. */
export function ActorsTab({ administration }: { readonly administration: Administration }) {
  const { formats } = usePanel();
  const { t } = formats;
  const [task, setTask] = useState<ActorTask | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const names = useAccountNames(
    [...administration.actors, ...administration.unclassified].map(({ accountId }) => accountId),
  );
  const view = prepareActors(administration, names, formats);
  const begin = (next: ActorTask): void => {
    setIsSaved(false);
    setTask(next);
  };
  const close = (hasSaved: boolean): void => {
    setTask(null);
    setIsSaved(hasSaved);
  };

  return (
    <>
      <p className="page-lead">{t('admin.actors.lead')}</p>
      <p aria-live="polite" className={isSaved ? 'notice-success' : 'visually-hidden'}>
        {isSaved ? t('admin.actors.saved') : ''}
      </p>
      {task !== null && task.kind !== 'remove' && (
        <ActorForm key={keyOf(task)} task={task} onClose={close} />
      )}
      {task?.kind === 'remove' && <RemoveActor task={task} onClose={close} />}
      <div className="admin-stack">
        <h2 className="section-title">{t('admin.unclassified.title')}</h2>
        <p className="muted">{t('admin.unclassified.hint')}</p>
        <UnclassifiedTable rows={view.unclassified} onTask={begin} />
      </div>
      <div className="admin-stack">
        <h2 className="section-title">{t('admin.registered.title')}</h2>
        <RegisteredTable rows={view.registered} onTask={begin} />
        <div>
          <Button onClick={() => begin({ kind: 'add' })}>{t('admin.actors.add')}</Button>
        </div>
      </div>
      <p className="muted">{t('admin.actors.hashNote')}</p>
    </>
  );
}

const keyOf = (task: ActorTask): string => (task.kind === 'add' ? 'add' : task.actorId);
