import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { Administration, ServiceNowChoices } from '../../../src/contract';
import { DataTable } from '../../shared/table/DataTable';
import { useTexts } from '../../shared/texts/use-texts';
import { ActorForm } from '../ActorForm';

interface IntegrationUsersProps {
  readonly administration: Administration;
  /** null while they are not known. */
  readonly users: ServiceNowChoices['integrationUsers'] | null;
}

const COLUMNS = ['user', 'registered', 'actions'] as const;

/** Accounts of machines on the instance: which of them is an AI agent nobody can know but a person. */
export function IntegrationUsers({ administration, users }: IntegrationUsersProps) {
  const t = useTexts();
  const [asked, setAsked] = useState<ServiceNowChoices['integrationUsers'][number] | null>(null);
  const entryOf = (accountId: string) =>
    administration.actors.find(({ actorId }) => actorId === accountId) ?? null;
  return (
    <div className="admin-stack">
      <h3 className="section-title">{t('admin.servicenow.users.title')}</h3>
      <p className="muted">{t('admin.servicenow.users.body')}</p>
      {asked !== null && (
        <ActorForm
          key={asked.accountId}
          task={taskOf(asked, entryOf(asked.accountId))}
          onClose={() => setAsked(null)}
        />
      )}
      {users === null || users.length === 0 ? (
        <p>
          {t(users === null ? 'admin.servicenow.users.unknown' : 'admin.servicenow.users.none')}
        </p>
      ) : (
        <DataTable
          caption={t('admin.servicenow.users.title')}
          columns={COLUMNS.map((key) => ({
            key,
            label: t(`admin.servicenow.users.column.${key}`),
          }))}
          rows={users.map((user) => {
            const entry = entryOf(user.accountId);
            return {
              key: user.accountId,
              cells: {
                user: user.userName,
                registered:
                  entry === null
                    ? t('admin.servicenow.users.notRegistered')
                    : [t(`admin.kind.${entry.kind}`), entry.name]
                        .filter((part) => part !== null)
                        .join(' · '),
                actions: (
                  <Button
                    spacing="compact"
                    aria-label={t(
                      entry === null ? 'admin.actors.classifyOf' : 'admin.actors.changeOf',
                      { account: user.userName },
                    )}
                    onClick={() => setAsked(user)}
                  >
                    {t(entry === null ? 'admin.actors.classify' : 'admin.actors.change')}
                  </Button>
                ),
              },
            };
          })}
        />
      )}
    </div>
  );
}

const taskOf = (
  { accountId, userName }: ServiceNowChoices['integrationUsers'][number],
  actor: Administration['actors'][number] | null,
) =>
  actor === null
    ? ({ kind: 'classify', actorId: accountId, account: userName } as const)
    : ({ kind: 'change', actorId: accountId, account: userName, actor } as const);
