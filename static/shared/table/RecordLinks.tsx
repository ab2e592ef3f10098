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
export function RecordLinks({ issue, record: { number, url } }: RecordLinksProps) {
  const { host, formats } = usePanel();
  const open = useContext(TicketOpener);
  return (
    <>
      {open === null ? (
        <span>{number}</span>
      ) : (
        <button type="button" className="link-button" onClick={() => open(issue)}>
          {number}
        </button>
      )}
      {url !== null && (
        <button
          type="button"
          className="link-button record-link"
          onClick={() => void host.openElsewhere(url)}
        >
          {formats.t('global.record')}
          <span className="visually-hidden"> {number}</span>
        </button>
      )}
    </>
  );
}
