import { DataTable } from '../../shared/table/DataTable';
import { TicketCell } from '../../shared/table/TicketCell';
import { useTexts } from '../../shared/texts/use-texts';
import type { WaitingRowView } from './prepare-telemetry';

const COLUMNS = ['ticket', 'reason', 'decided', 'state'] as const;

/** Tickets on their way to people, and what holds them up. */
export function HandOffTable({ rows }: { readonly rows: readonly WaitingRowView[] }) {
  const t = useTexts();
  return (
    <div className="admin-stack">
      <h2 className="section-title">{t('admin.handOffs.title')}</h2>
      {rows.length === 0 ? (
        <p>{t('admin.handOffs.none')}</p>
      ) : (
        <>
          <p className="muted">{t('admin.handOffs.hint')}</p>
          <DataTable
            caption={t('admin.handOffs.title')}
            columns={COLUMNS.map((key) => ({ key, label: t(`admin.handOffs.column.${key}`) }))}
            rows={rows.map(({ handOffId, ticket, reason, decided, state, isStopped }) => ({
              key: handOffId,
              cells: {
                ticket: <TicketCell row={ticket} />,
                reason,
                decided: <span title={decided.exact ?? undefined}>{decided.text}</span>,
                state: isStopped ? <strong>{state}</strong> : state,
              },
            }))}
          />
        </>
      )}
    </div>
  );
}
