import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { DeskSettings, MeasurementSettings, PublishSettingsInput } from '../../src/contract';
import { useTexts } from '../shared/texts/use-texts';
import type { PanelAct } from '../shared/use-panel-act';
import { ReasonedPublish } from './ReasonedPublish';
import type { ChangeView } from './settings-changes';
import type { DraftState } from './use-draft';

interface PublishFormProps {
  readonly desk: DeskSettings;
  readonly draft: DraftState;
  readonly settings: MeasurementSettings;
  readonly changes: readonly ChangeView[];
  readonly publish: PanelAct<PublishSettingsInput>;
}

/** Offered only for what was previewed. Asks once, with a reason. */
export function PublishForm({ desk, draft, settings, changes, publish }: PublishFormProps) {
  const t = useTexts();
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <div className="form-actions">
        <Button
          appearance="primary"
          onClick={() => {
            publish.forget();
            setIsAsking(true);
          }}
        >
          {t('settings.publish.ask')}
        </Button>
      </div>
    );
  }
  return (
    <ReasonedPublish
      title={t('settings.publish.title', { version: desk.version + 1 })}
      body={t('settings.publish.body', { desk: desk.desk.name })}
      confirmLabel={t('settings.publish.confirm')}
      isRunning={publish.isRunning}
      failure={publish.failure}
      changes={changes}
      restoring={draft.restoring}
      onCancel={() => setIsAsking(false)}
      onPublish={(reason) =>
        publish.run({
          project: desk.desk.key,
          settings,
          reason,
          basedOnVersion: draft.basedOn,
          restoredFrom: draft.restoring,
        })
      }
    />
  );
}
