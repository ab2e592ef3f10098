import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { SettingsExport } from '../../src/contract';
import { ActFailure } from '../shared/form/ActFailure';
import { usePanel } from '../shared/panel';
import { usePanelAct } from '../shared/use-panel-act';
import { saveFile } from './save-file';

const CONTENTS = ['actors', 'settings', 'policies', 'notIn'] as const;

/** Everything that people have set, as a file. */
export function SettingsFile() {
  const { client, formats } = usePanel();
  const { t } = formats;
  const [saved, setSaved] = useState<string | null>(null);
  const download = usePanelAct(
    () => client.exportSettings({}),
    (settings: SettingsExport) => {
      const name = `firstline-settings-${settings.exportedAt.slice(0, 10)}.json`;
      saveFile(name, 'application/json', `${JSON.stringify(settings, null, 2)}\n`);
      setSaved(name);
    },
  );
  return (
    <section className="admin-stack" aria-labelledby="export-title">
      <h2 id="export-title" className="section-title">
        {t('admin.export.title')}
      </h2>
      <p>{t('admin.export.lead')}</p>
      <ul className="bullets">
        {CONTENTS.map((part) => (
          <li key={part}>{t(`admin.export.contents.${part}`)}</li>
        ))}
      </ul>
      {download.failure !== null && (
        <ActFailure failure={download.failure} subject="administration" />
      )}
      <div className="form-actions">
        <Button
          appearance="primary"
          isDisabled={download.isRunning}
          onClick={() => download.run(undefined)}
        >
          {t(download.isRunning ? 'form.running' : 'admin.export.download')}
        </Button>
        <span aria-live="polite">
          {saved === null ? '' : t('admin.export.saved', { name: saved })}
        </span>
      </div>
    </section>
  );
}
