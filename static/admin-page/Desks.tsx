import { useState } from 'react';

import { ActFailure } from '../shared/form/ActFailure';
import { ConfirmPanel } from '../shared/form/ConfirmPanel';
import { useTexts } from '../shared/texts/use-texts';
import { DeskTable } from './DeskTable';
import type { DeskView } from './prepare-desks';
import { useBackfillControl } from './use-backfill-control';

interface DesksProps {
  readonly desks: readonly DeskView[];
  /** Where their tickets live: what reading them again costs there. */
  readonly source: 'jira' | 'servicenow';
}

/** Desks of one kind, and what can be done about their histories. */
export function Desks({ desks, source }: DesksProps) {
  const t = useTexts();
  const [asked, setAsked] = useState<DeskView | null>(null);
  const control = useBackfillControl();
  const restart = useBackfillControl(() => setAsked(null));
  return (
    <>
      {control.failure !== null && (
        <ActFailure failure={control.failure} subject="administration" />
      )}
      {asked !== null && (
        <ConfirmPanel
          {...t.message(`admin.backfill.restartAsk.${source}`, { desk: asked.name })}
          confirmLabel={t('admin.backfill.restartConfirm')}
          isRunning={restart.isRunning}
          failure={restart.failure}
          subject="administration"
          onCancel={() => setAsked(null)}
          onConfirm={() => restart.run({ project: asked.project, action: 'restart' })}
        />
      )}
      <DeskTable
        desks={desks}
        isBusy={control.isRunning}
        onAct={(project, action) => {
          if (action === 'restart')
            setAsked(desks.find((each) => each.project === project) ?? null);
          else control.run({ project, action });
        }}
      />
    </>
  );
}
