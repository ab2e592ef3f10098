import SectionMessage from '@atlaskit/section-message';
import { useState } from 'react';

import type { DeskSettings } from '../../src/contract';
import { useAccountNames } from '../shared/jira/use-account-names';
import { usePanel } from '../shared/panel';
import { useTexts } from '../shared/texts/use-texts';
import { DraftPanel } from './DraftPanel';
import { OverridePolicyForm } from './OverridePolicyForm';
import { prepareVersions } from './prepare-versions';
import { prepareChanges } from './settings-changes';
import { settingsOf } from './settings-draft';
import { SettingsForm } from './SettingsForm';
import { SettingsHeader } from './SettingsHeader';
import { useDraft } from './use-draft';
import { useWarnOnLeave } from '../shared/draft/use-warn-on-leave';
import { validateSettings } from './validate-settings';
import { VersionList } from './VersionList';

interface SettingsDeskProps {
  readonly desk: DeskSettings;
}

export function SettingsDesk({ desk }: SettingsDeskProps) {
  const { formats } = usePanel();
  const t = useTexts();
  const draft = useDraft(desk);
  const [published, setPublished] = useState<number | null>(null);
  const names = useAccountNames(desk.versions.map(({ accountId }) => accountId));

  const settings = settingsOf(draft.draft);
  const problems = validateSettings(settings);
  const changes = prepareChanges(desk.settings, settings, formats);
  const isDirty = changes.length > 0 || problems.length > 0;
  useWarnOnLeave(isDirty);
  const versions = prepareVersions(desk, names, formats);

  return (
    <>
      <SettingsHeader current={versions[0] ?? null} />
      {desk.isRescoring && (
        <div className="page-message" role="status">
          <SectionMessage>{t('settings.rescoring', { version: desk.version })}</SectionMessage>
        </div>
      )}
      {published === desk.version && !desk.isRescoring && (
        <div className="page-message" role="status">
          <SectionMessage appearance="success">
            {t('settings.published', { version: desk.version })}
          </SectionMessage>
        </div>
      )}
      <div className="settings-columns">
        <SettingsForm desk={desk} draft={draft} problems={problems} changes={changes} />
        <div className="settings-stack">
          <DraftPanel
            desk={desk}
            draft={draft}
            settings={settings}
            problems={problems}
            changes={changes}
            onPublished={(version) => {
              draft.discard();
              setPublished(version);
            }}
          />
          <VersionList versions={versions} isDraftDirty={isDirty} onRestore={draft.restore} />
          {desk.desk.source === 'jira' && (
            <OverridePolicyForm project={desk.desk.key} policy={desk.overridePolicy} />
          )}
        </div>
      </div>
    </>
  );
}
