import Button from '@atlaskit/button/new';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import type { SaveServiceNowMappingInput } from '../../../src/contract';
import { useWarnOnLeave } from '../../shared/draft/use-warn-on-leave';
import { ActFailure } from '../../shared/form/ActFailure';
import { usePanel } from '../../shared/panel';
import { usePanelAct } from '../../shared/use-panel-act';
import { ChoicesNotice } from './ChoicesNotice';
import { contentOf, isSameContent, problemsOfMapping, readsAgain } from './mapping-draft';
import { MappingForm } from './MappingForm';
import type { InstanceChoicesState } from './use-instance-choices';
import { useMappingDraft, type Connection } from './use-mapping-draft';

interface MappingSectionProps {
  readonly connection: Connection;
  readonly offered: InstanceChoicesState;
}

/** The mapping, as a draft until it is saved. Somebody else's save in between is told, and nothing is lost. */
export function MappingSection({ connection, offered }: MappingSectionProps) {
  const { client, formats } = usePanel();
  const { t } = formats;
  const held = useMappingDraft(connection);
  const [isSaved, setIsSaved] = useState(false);
  const save = usePanelAct(
    (input: SaveServiceNowMappingInput) => client.saveServiceNowMapping(input),
    () => {
      held.discard();
      setIsSaved(true);
    },
  );
  const queries = useQueryClient();
  const isConflict = save.failure?.kind === 'app' && save.failure.error.kind === 'conflict';
  // What holds by now is what the person has to see next.
  useEffect(() => {
    if (isConflict) void queries.invalidateQueries({ queryKey: ['servicenow'] });
  }, [queries, isConflict]);
  const content = contentOf(held.draft);
  const isChanged = !isSameContent(content, connection);
  const problems = problemsOfMapping(held.draft);
  const isOvertaken = held.isOvertaken && !save.isRunning;
  useWarnOnLeave(isChanged);

  return (
    <section className="admin-stack" aria-labelledby="mapping-title">
      <h3 id="mapping-title" className="section-title">
        {t('admin.servicenow.mapping.title')}
      </h3>
      <p className="muted">{t('admin.servicenow.mapping.body')}</p>
      <ChoicesNotice offered={offered} />
      <MappingForm
        draft={held.draft}
        problems={problems}
        offered={offered}
        onChange={(patch) => {
          setIsSaved(false);
          save.forget();
          held.change(patch);
        }}
      />
      {isOvertaken && (
        <p className="act-failure" role="alert">
          {t('admin.servicenow.mapping.overtaken')}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              save.forget();
              held.follow();
            }}
          >
            {t('admin.servicenow.mapping.follow')}
          </button>
        </p>
      )}
      {isChanged && readsAgain(connection, content) && (
        <p className="notice">{t('admin.servicenow.mapping.readsAgain')}</p>
      )}
      {save.failure !== null && <ActFailure failure={save.failure} subject="administration" />}
      <p aria-live="polite" className={isSaved ? 'notice-success' : 'visually-hidden'}>
        {isSaved ? t('admin.servicenow.mapping.saved') : ''}
      </p>
      <div className="form-actions">
        <Button
          appearance="primary"
          isDisabled={!isChanged || problems.length > 0 || isOvertaken || save.isRunning}
          onClick={() => save.run({ ...content, basedOnVersion: held.basedOn })}
        >
          {save.isRunning ? t('form.running') : t('admin.servicenow.mapping.save')}
        </Button>
        {isChanged && (
          <Button appearance="subtle" isDisabled={save.isRunning} onClick={held.discard}>
            {t('admin.servicenow.mapping.discard')}
          </Button>
        )}
      </div>
    </section>
  );
}
