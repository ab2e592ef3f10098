import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { Administration } from '../../../src/contract';
import { usePanel } from '../../shared/panel';
import { Desks } from '../Desks';
import { prepareDesks } from '../prepare-desks';
import type { ProgressSample } from '../progress-rate';
import { ConnectForm } from './ConnectForm';
import { EMPTY_ENTRY } from './connection-entry';
import { Disconnect } from './Disconnect';
import { IntegrationUsers } from './IntegrationUsers';
import { MappingSection } from './MappingSection';
import { PushSection } from './PushSection';
import { SyncSection } from './SyncSection';
import { useInstanceChoices } from './use-instance-choices';
import type { Connection } from './use-mapping-draft';

interface ConnectedProps {
  readonly connection: Connection;
  readonly asOf: string;
  readonly administration: Administration;
  readonly samples: readonly ProgressSample[];
  /** What was done, to be told. */
  readonly onDone: (what: 'changed' | 'disconnected') => void;
}

/** An instance that is connected: how it is doing, how it is read, and how to let it go. */
export function Connected({ connection, asOf, administration, samples, onDone }: ConnectedProps) {
  const { formats } = usePanel();
  const { t, dateTime } = formats;
  const { address, auth, userName, connectedAt } = connection;
  const [task, setTask] = useState<'change' | 'disconnect' | null>(null);
  const offered = useInstanceChoices(address);
  const keys = connection.desks.map(({ deskKey }) => deskKey);
  const desks = administration.desks.filter(({ projectKey }) => keys.includes(projectKey));
  const hasOwnDomain = !address.endsWith('.service-now.com');
  const finish = (what: 'changed' | 'disconnected') => (): void => {
    setTask(null);
    onDone(what);
  };

  return (
    <>
      <section className="admin-stack" aria-labelledby="connection-title">
        <h3 id="connection-title" className="section-title">
          {t('admin.servicenow.connected.title', { address })}
        </h3>
        <p>{t(`admin.servicenow.connected.${auth}`, { userName, at: dateTime(connectedAt) })}</p>
        {task === 'change' && (
          <ConnectForm
            initial={{ ...EMPTY_ENTRY, address, hasOwnDomain, auth, userName }}
            isChange
            onConnected={finish('changed')}
            onCancel={() => setTask(null)}
          />
        )}
        {task === 'disconnect' && (
          <Disconnect
            address={address}
            onDone={finish('disconnected')}
            onCancel={() => setTask(null)}
          />
        )}
        {task === null && (
          <div className="form-actions">
            <Button onClick={() => setTask('change')}>{t('admin.servicenow.change.open')}</Button>
            <Button onClick={() => setTask('disconnect')}>
              {t('admin.servicenow.disconnectOpen')}
            </Button>
          </div>
        )}
      </section>
      <SyncSection connection={connection} asOf={asOf} />
      <div className="admin-stack">
        <h3 className="section-title">{t('admin.servicenow.desks.title')}</h3>
        {desks.length === 0 ? (
          <p>{t('admin.servicenow.desks.none')}</p>
        ) : (
          <Desks
            desks={prepareDesks({ asOf: administration.asOf, desks }, samples, formats)}
            source="servicenow"
          />
        )}
      </div>
      <MappingSection connection={connection} offered={offered} />
      <IntegrationUsers
        administration={administration}
        // What the app itself does is no event of anybody's.
        users={
          offered.choices?.integrationUsers.filter((user) => user.userName !== userName) ?? null
        }
      />
      <PushSection push={connection.push} />
    </>
  );
}
