import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { Administration, TelemetryStatus } from '../../../src/contract';
import { useAccountNames } from '../../shared/jira/use-account-names';
import { useIssues } from '../../shared/jira/use-issues';
import { usePanel } from '../../shared/panel';
import type { AdminTab } from '../tabs';
import { agentChoices } from './credential-entry';
import type { CredentialTask } from './credential-task';
import { CredentialForm } from './CredentialForm';
import { CredentialTable } from './CredentialTable';
import { ChangeCredential } from './ChangeCredential';
import { Endpoint } from './Endpoint';
import { HandOffTable } from './HandOffTable';
import { IssuedToken } from './IssuedToken';
import { prepareTelemetry } from './prepare-telemetry';
import { UnmatchedTable } from './UnmatchedTable';

interface TelemetryTabProps {
  readonly administration: Administration;
  readonly status: TelemetryStatus;
  readonly onOpen: (tab: AdminTab) => void;
}

/** How agents report to the app, who may, and what of it waits. */
export function TelemetryTab({ administration, status, onOpen }: TelemetryTabProps) {
  const { formats } = usePanel();
  const { t } = formats;
  const [task, setTask] = useState<CredentialTask | null>(null);
  /** In this page's memory alone, until somebody says that they have kept it. */
  const [token, setToken] = useState<string | null>(null);
  const names = useAccountNames(status.credentials.map(({ createdBy }) => createdBy));
  const read = useIssues(
    status.handOffs.flatMap(({ issueId, record }) => (record === null ? [issueId] : [])),
  );
  const view = prepareTelemetry(status, { names, read }, formats);
  const agents = agentChoices(administration);
  const finish = (issued: string | null): void => {
    setTask(null);
    setToken(issued);
  };

  return (
    <>
      <p className="page-lead">{t('admin.telemetry.lead')}</p>
      <Endpoint endpoint={status.endpoint} />
      <div className="admin-stack">
        <h2 className="section-title">{t('admin.credentials.title')}</h2>
        <p className="muted">{t('admin.credentials.hint')}</p>
        {token !== null && (
          <IssuedToken token={token} endpoint={status.endpoint} onKept={() => setToken(null)} />
        )}
        {task?.kind === 'create' && (
          <CredentialForm agents={agents} onClose={() => setTask(null)} onIssued={finish} />
        )}
        {task !== null && task.kind !== 'create' && (
          <ChangeCredential
            key={task.kind + task.credentialId}
            task={task}
            onClose={() => setTask(null)}
            onChanged={finish}
          />
        )}
        <CredentialTable rows={view.credentials} isBusy={token !== null} onTask={setTask} />
        {agents.length === 0 ? (
          <p>
            {t('admin.credentials.noAgent')}{' '}
            <button type="button" className="link-button" onClick={() => onOpen('actors')}>
              {t('admin.credentials.toActors')}
            </button>
          </p>
        ) : (
          <div>
            <Button isDisabled={token !== null} onClick={() => setTask({ kind: 'create' })}>
              {t('admin.credentials.create')}
            </Button>
          </div>
        )}
      </div>
      <UnmatchedTable rows={view.unmatched} />
      <HandOffTable rows={view.handOffs} />
    </>
  );
}
