import { useState, type ComponentProps } from 'react';

import { ConfirmPanel } from '../shared/form/ConfirmPanel';
import { TextField } from '../shared/form/TextField';
import { useTexts } from '../shared/texts/use-texts';
import { ChangeList, type ListedChange } from './ChangeList';

type Confirm = Pick<
  ComponentProps<typeof ConfirmPanel>,
  'title' | 'body' | 'confirmLabel' | 'isRunning' | 'failure' | 'onCancel'
>;

interface ReasonedPublishProps extends Confirm {
  readonly changes: readonly ListedChange[];
  /** The version that is restored; null for a new one. */
  readonly restoring: number | null;
  readonly onPublish: (reason: string) => void;
}

const MAX_REASON = 200;

/** Asks once, with the differences in words, and for a reason. */
export function ReasonedPublish(props: ReasonedPublishProps) {
  const { changes, restoring, onPublish, ...confirm } = props;
  const t = useTexts();
  const [reason, setReason] = useState(
    restoring === null ? '' : t('settings.publish.restoredReason', { version: restoring }),
  );
  const [isTried, setIsTried] = useState(false);
  const isMissing = reason.trim() === '';
  return (
    <ConfirmPanel
      {...confirm}
      subject="settings"
      onConfirm={() => {
        setIsTried(true);
        if (!isMissing) onPublish(reason.trim());
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
