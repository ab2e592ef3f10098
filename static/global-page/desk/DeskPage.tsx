import { lazy, useCallback, useMemo } from 'react';

import { TabSkeleton } from '../../project-page/components/TabSkeleton';
import { DeskReport } from '../../project-page/DeskReport';
import { LazyPart } from '../../shared/components/LazyPart';
import type { Routing } from '../../shared/routing/use-panel-location';
import { TicketOpener } from '../../shared/table/ticket-opener';
import { useTexts } from '../../shared/texts/use-texts';
import { deskPath, type DeskPlace } from '../place';
import { DeskNav } from './DeskNav';
import { useDeskName } from './use-desk-name';
import '../../project-page/project-page.css';

const DeskSettings = lazy(async () => ({
  default: (await import('./DeskSettings')).DeskSettings,
}));
const TicketPage = lazy(async () => ({ default: (await import('./TicketPage')).TicketPage }));

interface DeskPageProps {
  readonly place: DeskPlace;
  readonly goTo: Routing['goTo'];
}

/** A desk of ServiceNow: the same report and settings as a project of Jira has, and its tickets' verdicts. */
export function DeskPage({ place: { deskKey, part, location }, goTo }: DeskPageProps) {
  const t = useTexts();
  const name = useDeskName(deskKey);
  const within = useMemo(
    () => ({
      location,
      goTo: (path: string, how?: 'push' | 'replace') => goTo(deskPath(deskKey, part, path), how),
    }),
    [deskKey, part, location, goTo],
  );
  const openTicket = useCallback(
    (issue: string) => goTo(deskPath(deskKey, 'ticket', `/${issue}`)),
    [deskKey, goTo],
  );
  return (
    <>
      <DeskNav deskKey={deskKey} part={part} goTo={goTo} />
      {part === 'report' && (
        <TicketOpener.Provider value={openTicket}>
          <h1 className="page-title">{t('report.title', { desk: name })}</h1>
          <DeskReport project={deskKey} {...within} />
        </TicketOpener.Provider>
      )}
      {part === 'settings' && (
        <LazyPart skeleton={<TabSkeleton shape="table" />}>
          <DeskSettings project={deskKey} name={name} {...within} />
        </LazyPart>
      )}
      {part === 'ticket' && (
        <LazyPart skeleton={<TabSkeleton shape="table" />}>
          <TicketPage issue={location.pathname.slice(1)} />
        </LazyPart>
      )}
    </>
  );
}
