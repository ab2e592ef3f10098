import { OutcomeLozenge } from '../../shared/components/OutcomeLozenge';
import { DataTable } from '../../shared/table/DataTable';
import { useTexts } from '../../shared/texts/use-texts';
import type { TicketsPlace } from '../place/place';
import { usePlace } from '../place/use-place';
import type { TicketRowView, TimeCell } from './prepare-ticket-rows';
import { isTicketSort, TICKET_COLUMNS } from './ticket-columns';
import { TicketCell } from '../../shared/table/TicketCell';

interface TicketTableProps {
  readonly caption: string;
  readonly rows: readonly TicketRowView[];
  readonly place: TicketsPlace;
  /** Jira tells the viewer where each ticket stands. */
  readonly hasStatus: boolean;
}

export function TicketTable({ caption, rows, place, hasStatus }: TicketTableProps) {
  const t = useTexts();
  const { goTo } = usePlace();
  return (
    <DataTable<string>
      caption={caption}
      columns={TICKET_COLUMNS.filter(({ key }) => hasStatus || key !== 'status').map((column) => ({
        ...column,
        label: t(`report.list.column.${column.key}`),
        isSortable: isTicketSort(column.key),
      }))}
      rows={rows.map((row) => ({ key: row.key, cells: cellsOf(row) }))}
      sorting={{ by: place.sort, order: place.order }}
      onSort={({ by, order }) => {
        if (isTicketSort(by)) goTo({ ...place, sort: by, order, page: 0 }, 'replace');
      }}
    />
  );
}

function cellsOf(row: TicketRowView) {
  const time = ({ text, exact }: TimeCell) => (
    <time className="no-wrap" title={exact ?? undefined}>
      {text}
    </time>
  );
  const { outcome, note, requestType, priority, agent, confidence, issue } = row;
  return {
    ticket: <TicketCell row={row} />,
    status: issue?.status ?? null,
    outcome: (
      <>
        <OutcomeLozenge {...outcome} />
        {note !== null && <span className="cell-note">{note}</span>}
      </>
    ),
    decidedAt: time(row.decidedAt),
    openedAt: time(row.openedAt),
    resolvedAt: time(row.resolvedAt),
    timeToResolve: (
      <span title={row.timeToResolve.exact ?? undefined}>{row.timeToResolve.text}</span>
    ),
    requestType,
    priority,
    agent,
    confidence,
  };
}
