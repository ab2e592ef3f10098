import { useState } from 'react';

import type { DisconnectServiceNowInput } from '../../../src/contract';
import { ConfirmPanel } from '../../shared/form/ConfirmPanel';
import { RadioGroup } from '../../shared/form/RadioGroup';
import { usePanel } from '../../shared/panel';
import { usePanelAct } from '../../shared/use-panel-act';

interface DisconnectProps {
  /** null: nothing is connected, and what an earlier connection left is deleted. */
  readonly address: string | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

const CHOICES = ['keep', 'delete'] as const;

/** Asks once, and what becomes of the data. */
export function Disconnect({ address, onDone, onCancel }: DisconnectProps) {
  const { client, formats } = usePanel();
  const { t } = formats;
  const [choice, setChoice] = useState<(typeof CHOICES)[number]>('keep');
  const act = usePanelAct(
    (input: DisconnectServiceNowInput) => client.disconnectServiceNow(input),
    onDone,
  );
  const deletesData = address === null || choice === 'delete';
  return (
    <ConfirmPanel
      {...(address === null
        ? t.message('admin.servicenow.forget')
        : t.message('admin.servicenow.disconnect', { address }))}
      confirmLabel={t(
        deletesData
          ? address === null
            ? 'admin.servicenow.forgetConfirm'
            : 'admin.servicenow.disconnectAndDelete'
          : 'admin.servicenow.disconnectConfirm',
      )}
      isDanger
      isRunning={act.isRunning}
      failure={act.failure}
      subject="administration"
      onCancel={onCancel}
      onConfirm={() => act.run({ deletesData })}
    >
      {address !== null && (
        <RadioGroup
          legend={t('admin.servicenow.data.title')}
          value={choice}
          choices={CHOICES.map((value) => ({
            value,
            label: t(`admin.servicenow.data.${value}`),
            description: t(`admin.servicenow.dataHint.${value}`),
          }))}
          onChange={setChoice}
        />
      )}
    </ConfirmPanel>
  );
}
