import { useCallback, type ReactNode } from 'react';

import type { TicketVerdict } from '../../src/contract';
import { Message } from '../shared/components/Message';
import { QueryGate } from '../shared/components/QueryGate';
import { useAccountNames } from '../shared/jira/use-account-names';
import { usePanel } from '../shared/panel';
import { useTexts } from '../shared/texts/use-texts';
import { useLiveRefresh } from '../shared/use-live-refresh';
import { usePanelQuery } from '../shared/use-panel-query';
import { EpisodeList } from './EpisodeList';
import { EpisodeSummary } from './EpisodeSummary';
import { changesIssue } from './changes-issue';
import { OverrideGate } from './override/OverrideGate';
import { prepareTicketPanel } from './prepare-ticket-panel';
import { TicketSkeleton } from './TicketSkeleton';
import { Timeline } from './Timeline';

interface VerdictProps {
  /** As calls name the ticket. */
  readonly issue: string;
  /** Given null until the verdict is there. */
  readonly heading: (verdict: TicketVerdict | null) => ReactNode;
}

/** A ticket's outcome with what it rests on, and what people may do about it. */
export function Verdict({ issue, heading }: VerdictProps) {
  const { client, formats } = usePanel();
  const t = useTexts();
  const query = usePanelQuery(['ticket', issue], () => client.readTicketVerdict({ issue }));
  const episodes = query.status === 'ready' ? query.data.episodes : [];
  const names = useAccountNames(episodes.map(({ override }) => override?.accountId ?? null));
  useLiveRefresh(
    'JIRA_ISSUE_CHANGED',
    useCallback((payload: unknown) => changesIssue(payload, issue), [issue]),
  );

  return (
    <>
      {heading(query.status === 'ready' ? query.data : null)}
      <QueryGate query={query} subject="ticket" skeleton={<TicketSkeleton />}>
        {(verdict) => {
          const view = prepareTicketPanel(verdict, names, formats);
          if (view.current === null) return <Message {...t.message('ticket.notScored')} />;
          return (
            <>
              <EpisodeSummary episode={view.current} />
              <OverrideGate issue={issue} isOverridden={view.isOverridden} />
              <EpisodeList title={view.episodesTitle} episodes={view.episodes} />
              <Timeline steps={view.steps} />
              {view.sla !== null && <p className="muted">{view.sla}</p>}
              <p className="muted as-of" title={view.asOfExact}>
                {view.asOf}
              </p>
            </>
          );
        }}
      </QueryGate>
    </>
  );
}
