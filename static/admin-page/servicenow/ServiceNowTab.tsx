import { useState } from 'react';

import type { Administration, ServiceNowStatus } from '../../../src/contract';
import { useTexts } from '../../shared/texts/use-texts';
import type { ProgressSample } from '../progress-rate';
import { Connected } from './Connected';
import { ConnectForm } from './ConnectForm';
import { EMPTY_ENTRY } from './connection-entry';
import { KeptDesks } from './KeptDesks';
import './servicenow.css';

interface ServiceNowTabProps {
  readonly administration: Administration;
  readonly status: ServiceNowStatus;
  readonly samples: readonly ProgressSample[];
}

type Done = 'connected' | 'changed' | 'disconnected';

/** The other desk: connected or not, and all that can be done about it. */
export function ServiceNowTab({ administration, status, samples }: ServiceNowTabProps) {
  const t = useTexts();
  const [done, setDone] = useState<Done | null>(null);
  const { connection, asOf } = status;
  return (
    <>
      <h2 className="visually-hidden">{t('admin.tab.servicenow')}</h2>
      <p className="page-lead">{t('admin.servicenow.lead')}</p>
      <p aria-live="polite" className={done === null ? 'visually-hidden' : 'notice-success'}>
        {done === null ? '' : t(`admin.servicenow.done.${done}`)}
      </p>
      {connection === null ? (
        <ConnectForm
          initial={EMPTY_ENTRY}
          isChange={false}
          onConnected={() => setDone('connected')}
        />
      ) : (
        <Connected
          connection={connection}
          asOf={asOf}
          administration={administration}
          samples={samples}
          onDone={setDone}
        />
      )}
      <KeptDesks status={status} />
    </>
  );
}
