import { DataTable } from '../../shared/table/DataTable';
import { useTexts } from '../../shared/texts/use-texts';
import type { UnmatchedRowView } from './prepare-telemetry';

const COLUMNS = ['agent', 'runs', 'lastReceived'] as const;

/** Runs that name no ticket of a desk, by agent, and what helps. */
export function UnmatchedTable({ rows }: { readonly rows: readonly UnmatchedRowView[] }) {
  const t = useTexts();
  return (
    <div className="admin-stack">
      <h2 className="section-title">{t('admin.unmatched.title')}</h2>
      {rows.length === 0 ? (
        <p>{t('admin.unmatched.none')}</p>
      ) : (
        <>
          <p className="muted">{t('admin.unmatched.hint')}</p>
          <DataTable
            caption={t('admin.unmatched.title')}
            columns={COLUMNS.map((key) => ({
              key,
              label: t(`admin.unmatched.column.${key}`),
              isNumber: key === 'runs',
            }))}
            rows={rows.map(({ agentId, agent, runs, lastReceived }) => ({
              key: agentId,
              cells: {
                agent,
                runs,
                lastReceived: (
                  <span title={lastReceived.exact ?? undefined}>{lastReceived.text}</span>
                ),
              },
            }))}
          />
        </>
      )}
    </div>
  );
}
