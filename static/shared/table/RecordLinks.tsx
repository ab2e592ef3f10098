import { useContext } from 'react';

import type { TicketRecord } from '../../../src/contract';
import { usePanel } from '../panel';
import { TicketOpener } from './ticket-opener';

interface RecordLinksProps {
  /** As calls name the ticket. */
  readonly issue: string;
  readonly record: TicketRecord;
}

/** A ticket of ServiceNow: its number leads to its verdict here, and a second link to its record there. */
export function RecordLinks({ issue, record }: RecordLinksProps) {
  const open = useContext(TicketOpener);
  return (
    <>
      {open === null ? (
        <span>{record.number}</span>
      ) : (
        <button type="button" className="link-button" onClick={() => open(issue)}>
          {record.number}
        </button>
      )}
      <RecordLink record={record} />
    </>
  );
}

/** Nothing, once the instance is disconnected. */
export function RecordLink({ record: { number, url } }: Pick<RecordLinksProps, 'record'>) {
  const { host, formats } = usePanel();
  if (url === null) return null;
  return (
    <button
      type="button"
      className="link-button record-link"
      onClick={() => void host.openElsewhere(url)}
    >
      {formats.t('global.record')}
      <span className="visually-hidden"> {number}</span>
    </button>
  );
}
