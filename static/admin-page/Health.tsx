import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';

import { ActFailure } from '../shared/form/ActFailure';
import { useTexts } from '../shared/texts/use-texts';
import type { HealthView } from './prepare-health';
import type { TodoView } from './prepare-todos';
import type { AdminTab } from './tabs';
import { useBackfillControl } from './use-backfill-control';

interface HealthProps {
  readonly health: HealthView;
  readonly todos: readonly TodoView[];
  readonly onOpen: (tab: AdminTab) => void;
}

/** How all of it is, in one sentence, and what needs an administrator. */
export function Health({ health, todos, onOpen }: HealthProps) {
  const t = useTexts();
  const control = useBackfillControl();
  return (
    <div className="health">
      <SectionMessage appearance={health.tone}>
        <p className="health-sentence">{health.sentence}</p>
      </SectionMessage>
      <section aria-labelledby="todo-title">
        <h2 id="todo-title" className="section-title">
          {t('admin.todo.title')}
        </h2>
        {todos.length === 0 && <p className="muted">{t('admin.todo.none')}</p>}
        <ul className="todos">
          {todos.map(({ id, text, action }) => (
            <li key={id} className="todo" data-todo={id}>
              <span>{text}</span>
              <Button
                spacing="compact"
                isDisabled={control.isRunning}
                onClick={() => {
                  if (action.kind === 'tab') onOpen(action.tab);
                  else control.run({ project: action.project, action: 'resume' });
                }}
              >
                {action.label}
              </Button>
            </li>
          ))}
        </ul>
        {control.failure !== null && (
          <ActFailure failure={control.failure} subject="administration" />
        )}
      </section>
    </div>
  );
}
