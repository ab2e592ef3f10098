import { Message } from '../shared/components/Message';
import { usePanel } from '../shared/panel';
import { useTexts } from '../shared/texts/use-texts';
import { Verdict } from './Verdict';

/** What became of this ticket, and how do we know? */
export function TicketPanel() {
  const { context } = usePanel();
  const t = useTexts();
  if (context.issue === null) return <Message {...t.message('ticket.noIssue')} />;
  return (
    <main className="verdict">
      <Verdict
        issue={context.issue}
        heading={() => <h1 className="visually-hidden">{t('ticket.title')}</h1>}
      />
    </main>
  );
}
