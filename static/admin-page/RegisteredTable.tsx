import Button from '@atlaskit/button/new';

import { DataTable } from '../shared/table/DataTable';
import { useTexts } from '../shared/texts/use-texts';
import type { ActorTask } from './actor-task';
import type { RegisteredView } from './prepare-actors';

interface RegisteredTableProps {
  readonly rows: readonly RegisteredView[];
  readonly onTask: (task: ActorTask) => void;
}

const COLUMNS = ['account', 'kind', 'shownAs', 'actions'] as const;

export function RegisteredTable({ rows, onTask }: RegisteredTableProps) {
  const t = useTexts();
  if (rows.length === 0) return <p>{t('admin.registered.none')}</p>;
  return (
    <DataTable
      caption={t('admin.registered.title')}
      columns={COLUMNS.map((key) => ({ key, label: t(`admin.actors.column.${key}`) }))}
      rows={rows.map(({ actor, account, accountExact, kind, shownAs }) => ({
        key: actor.actorId,
        cells: {
          account: <span title={accountExact}>{account}</span>,
          kind,
          shownAs,
          actions: (
            <div className="row-actions">
              <Button
                spacing="compact"
                aria-label={t('admin.actors.changeOf', { account })}
                onClick={() => onTask({ kind: 'change', actorId: actor.actorId, account, actor })}
              >
                {t('admin.actors.change')}
              </Button>
              <Button
                spacing="compact"
                aria-label={t('admin.actors.removeOf', { account })}
                onClick={() => onTask({ kind: 'remove', actorId: actor.actorId, account })}
              >
                {t('admin.actors.remove')}
              </Button>
            </div>
          ),
        },
      }))}
    />
  );
}
