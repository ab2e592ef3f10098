import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { FeedbackExportState, StartFeedbackExportInput } from '../../../src/contract';
import { ActFailure } from '../../shared/form/ActFailure';
import { RadioGroup } from '../../shared/form/RadioGroup';
import { usePanel } from '../../shared/panel';
import { usePanelAct } from '../../shared/use-panel-act';
import { saveFile } from '../save-file';
import { collectFeedback } from './collect-feedback';
import { prepareFeedback } from './prepare-feedback';

const SCOPES = ['all', 'new'] as const;

interface FeedbackActionsProps {
  /** Of the latest export; null before the first. */
  readonly state: FeedbackExportState | null;
  /** The app's time. */
  readonly asOf: string;
}

/** Prepares an export, and downloads the latest as one file. */
export function FeedbackActions({ state, asOf }: FeedbackActionsProps) {
  const { client, formats } = usePanel();
  const { t } = formats;
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('all');
  const [note, setNote] = useState('');
  const view = prepareFeedback(state, Date.parse(asOf), formats);
  const start = usePanelAct(
    (input: StartFeedbackExportInput) => client.startFeedbackExport(input),
    () => setNote(''),
  );
  const download = usePanelAct(
    (wanted: FeedbackExportState) => collectFeedback(client, wanted),
    (text) => {
      if (text !== null) saveFile(view.fileName, 'application/x-ndjson', text);
      setNote(
        text === null ? t('admin.feedback.gone') : t('admin.export.saved', { name: view.fileName }),
      );
    },
  );
  const isBusy = start.isRunning || download.isRunning;
  const failure = start.failure ?? download.failure;

  return (
    <div className="admin-stack">
      <p role="status">{view.sentence}</p>
      <RadioGroup
        legend={t('admin.feedback.scope')}
        value={scope}
        isInline
        choices={SCOPES.map((value) => ({ value, label: t(`admin.feedback.scopes.${value}`) }))}
        onChange={setScope}
      />
      {failure !== null && <ActFailure failure={failure} subject="administration" />}
      <div className="form-actions">
        <Button
          isDisabled={isBusy || view.isRunning}
          onClick={() => start.run({ sinceLast: scope === 'new' })}
        >
          {t(start.isRunning ? 'form.running' : 'admin.feedback.prepare')}
        </Button>
        <Button
          appearance="primary"
          isDisabled={isBusy || !view.isReady}
          onClick={() => {
            if (state !== null) download.run(state);
          }}
        >
          {t(download.isRunning ? 'form.running' : 'admin.feedback.download')}
        </Button>
        <span aria-live="polite">{note}</span>
      </div>
    </div>
  );
}
