import Button from '@atlaskit/button/new';

import { DataTable } from '../shared/table/DataTable';
import { useTexts } from '../shared/texts/use-texts';
import type { ActorTask } from './actor-task';
import type { UnclassifiedView } from './prepare-actors';

interface UnclassifiedTableProps {
  readonly rows: readonly UnclassifiedView[];
  readonly onTask: (task: ActorTask) => void;
}

const COLUMNS = ['account', 'seenAs', 'episodes', 'lastSeen', 'actions'] as const;

/** Who acted without anybody having said what they are. */
export function UnclassifiedTable({ rows, onTask }: UnclassifiedTableProps) {
  const t = useTexts();
  if (rows.length === 0) return <p>{t('admin.unclassified.none')}</p>;
  return (
    <DataTable
      caption={t('admin.unclassified.title')}
      columns={COLUMNS.map((key) => ({
        key,
        label: t(`admin.actors.column.${key}`),
        isNumber: key === 'episodes',
      }))}
      rows={rows.map((row) => ({
        key: row.actor.actorId,
        cells: {
          account: <span title={row.accountExact}>{row.account}</span>,
          seenAs: row.seenAs,
          episodes: row.episodes,
          lastSeen: <span title={row.lastSeen.exact ?? undefined}>{row.lastSeen.text}</span>,
          actions: row.canClassify ? (
            <Button
              spacing="compact"
              aria-label={t('admin.actors.classifyOf', { account: row.account })}
              onClick={() =>
                onTask({
                  kind: 'classify',
                  actorId: row.actor.actorId,
                  account: row.account,
                })
              }
            >
              {t('admin.actors.classify')}
            </Button>
          ) : (
            t('admin.actors.cannotClassify')
          ),
        },
      }))}
    />
  );
}
