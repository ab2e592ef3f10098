import Button from '@atlaskit/button/new';
import SectionMessage from '@atlaskit/section-message';

import { useTexts } from '../shared/texts/use-texts';
import { ChangeList, type ListedChange } from './ChangeList';

interface OvertakenNoticeProps {
  /** The version that holds now, and the one that the draft was made from. */
  readonly version: number;
  readonly basedOn: number;
  /** From one to the other; empty when it is not known. */
  readonly since: readonly ListedChange[];
  readonly onFollow: () => void;
}

/** Somebody published while the draft was made: what holds now, and what to do with the draft. */
export function OvertakenNotice({ version, basedOn, since, onFollow }: OvertakenNoticeProps) {
  const t = useTexts();
  return (
    <div role="alert">
      <SectionMessage
        appearance="warning"
        headingLevel="h3"
        title={t('settings.overtaken.title', { version })}
      >
        <p>{t('settings.overtaken.body', { version: basedOn })}</p>
        {since.length > 0 && <ChangeList changes={since} />}
        <div className="form-actions">
          <Button spacing="compact" onClick={onFollow}>
            {t('settings.overtaken.follow', { version })}
          </Button>
        </div>
      </SectionMessage>
    </div>
  );
}
