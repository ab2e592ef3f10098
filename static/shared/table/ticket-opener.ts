import { createContext } from 'react';

/** Shows what became of a ticket that has no page in Jira; null where that is shown nowhere. */
export type OpenTicket = (issue: string) => void;

export const TicketOpener = createContext<OpenTicket | null>(null);
