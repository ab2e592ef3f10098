import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';

import type { DeskSettings } from '../../src/contract';
import { usePanel } from '../shared/panel';
import { ChangeList } from './ChangeList';
import { prepareChanges } from './settings-changes';
import type { DraftState } from './use-draft';

interface OvertakenNoticeProps {
  readonly desk: DeskSettings;
  readonly draft: DraftState;
}

/** Somebody published while the draft was made: what holds now, and what to do with the draft. */
export function OvertakenNotice({ desk, draft }: OvertakenNoticeProps) {
  const { formats } = usePanel();
  const { t } = formats;
  const base = desk.versions.find(({ version }) => version === draft.basedOn);
  const since = base === undefined ? [] : prepareChanges(base.settings, desk.settings, formats);
  return (
    <div role="alert">
      <SectionMessage
        appearance="warning"
        headingLevel="h3"
        title={t('settings.overtaken.title', { version: desk.version })}
      >
        <p>{t('settings.overtaken.body', { version: draft.basedOn })}</p>
        {since.length > 0 && <ChangeList changes={since} />}
        <div className="form-actions">
          <Button spacing="compact" onClick={draft.follow}>
            {t('settings.overtaken.follow', { version: desk.version })}
          </Button>
        </div>
      </SectionMessage>
    </div>
  );
}
