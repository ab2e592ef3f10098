import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { DeskSettings, MeasurementSettings, PublishSettingsInput } from '../../src/contract';
import { ConfirmPanel } from '../shared/form/ConfirmPanel';
import { TextField } from '../shared/form/TextField';
import { usePanel } from '../shared/panel';
import type { PanelAct } from '../shared/use-panel-act';
import { ChangeList } from './ChangeList';
import type { ChangeView } from './settings-changes';
import type { DraftState } from './use-draft';

interface PublishFormProps {
  readonly desk: DeskSettings;
  readonly draft: DraftState;
  readonly settings: MeasurementSettings;
  readonly changes: readonly ChangeView[];
  readonly publish: PanelAct<PublishSettingsInput>;
}

const MAX_REASON = 200;

/** Offered only for what was previewed. Asks once, with a reason. */
export function PublishForm(props: PublishFormProps) {
  const { desk, draft, settings, changes, publish } = props;
  const { formats } = usePanel();
  const { t } = formats;
  const { restoring } = draft;
  const [isAsking, setIsAsking] = useState(false);
  const [reason, setReason] = useState('');
  const [isTried, setIsTried] = useState(false);

  if (!isAsking) {
    return (
      <div className="form-actions">
        <Button
          appearance="primary"
          onClick={() => {
            setReason(
              restoring === null
                ? ''
                : t('settings.publish.restoredReason', { version: restoring }),
            );
            publish.forget();
            setIsAsking(true);
          }}
        >
          {t('settings.publish.ask')}
        </Button>
      </div>
    );
  }
  const isMissing = reason.trim() === '';
  return (
    <ConfirmPanel
      title={t('settings.publish.title', { version: desk.version + 1 })}
      body={t('settings.publish.body', { desk: desk.desk.key })}
      confirmLabel={t('settings.publish.confirm')}
      isRunning={publish.isRunning}
      failure={publish.failure}
      subject="settings"
      onCancel={() => setIsAsking(false)}
      onConfirm={() => {
        setIsTried(true);
        if (isMissing) return;
        publish.run({
          project: desk.desk.key,
          settings,
          reason: reason.trim(),
          basedOnVersion: draft.basedOn,
          restoredFrom: restoring,
        });
      }}
    >
      <ChangeList changes={changes} />
      <TextField
        label={t('settings.publish.reason')}
        hint={t('settings.publish.reasonHint')}
        error={isTried && isMissing ? t('settings.publish.reasonMissing') : null}
        isMultiline
        maxLength={MAX_REASON}
        value={reason}
        onChange={setReason}
      />
    </ConfirmPanel>
  );
}
