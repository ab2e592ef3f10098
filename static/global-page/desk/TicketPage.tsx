import { Verdict } from '../../ticket-panel/Verdict';
import { usePanel } from '../../shared/panel';
import { RecordLink } from '../../shared/table/RecordLinks';
import '../../ticket-panel/ticket-panel.css';

/** What became of a ticket of ServiceNow, and how do we know? */
export function TicketPage({ issue }: { readonly issue: string }) {
  const { formats } = usePanel();
  return (
    <div className="ticket-page">
      <Verdict
        issue={issue}
        heading={(verdict) => (
          <>
            <h1 className="page-title">
              {verdict === null
                ? formats.t('ticket.title')
                : formats.t('global.ticketTitle', { number: verdict.issueKey ?? issue })}
            </h1>
            {verdict?.record != null && (
              <p className="ticket-record">
                <RecordLink record={verdict.record} />
              </p>
            )}
          </>
        )}
      />
    </div>
  );
}
