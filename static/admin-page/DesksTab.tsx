import { useState } from 'react';

import type { Administration } from '../../src/contract';
import { Message } from '../shared/components/Message';
import { ActFailure } from '../shared/form/ActFailure';
import { ConfirmPanel } from '../shared/form/ConfirmPanel';
import { usePanel } from '../shared/panel';
import { DeskTable } from './DeskTable';
import { prepareDesks } from './prepare-desks';
import type { ProgressSample } from './progress-rate';
import { useBackfillControl } from './use-backfill-control';

interface DesksTabProps {
  readonly administration: Administration;
  readonly samples: readonly ProgressSample[];
}

/** Each desk's history and figures, and what can be done about them. */
export function DesksTab({ administration, samples }: DesksTabProps) {
  const { formats } = usePanel();
  const { t } = formats;
  const [asked, setAsked] = useState<string | null>(null);
  const control = useBackfillControl();
  const restart = useBackfillControl(() => setAsked(null));
  const desks = prepareDesks(administration, samples, formats);
  if (desks.length === 0) return <Message {...t.message('admin.desks.empty')} />;
  return (
    <>
      <h2 className="visually-hidden">{t('admin.tab.desks')}</h2>
      {control.failure !== null && (
        <ActFailure failure={control.failure} subject="administration" />
      )}
      {asked !== null && (
        <ConfirmPanel
          {...t.message('admin.backfill.restartAsk', { desk: asked })}
          confirmLabel={t('admin.backfill.restartConfirm')}
          isRunning={restart.isRunning}
          failure={restart.failure}
          subject="administration"
          onCancel={() => setAsked(null)}
          onConfirm={() => restart.run({ project: asked, action: 'restart' })}
        />
      )}
      <DeskTable
        desks={desks}
        isBusy={control.isRunning}
        onAct={(project, action) => {
          if (action === 'restart') setAsked(project);
          else control.run({ project, action });
        }}
      />
      <p className="muted">{t('admin.desks.note')}</p>
    </>
  );
}
