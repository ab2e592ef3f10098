import type { Result } from '../domain/app-error';
import type { EpochMs } from '../domain/time';
import type { DeskRef } from './ticket-source';

export interface ViewedTicket {
  readonly desk: DeskRef;
  readonly ticketId: string;
  readonly openedAt: EpochMs;
}

export interface DeskRoles {
  readonly isProjectAdministrator: boolean;
  readonly isAgent: boolean;
}

/** What the person looking may see. Asked as that person, before anything is read as the app. */
export interface DeskAccess {
  /** The desk behind a project key or id, or `not-found-or-not-permitted`. */
  canViewDesk(project: { readonly idOrKey: string }): Promise<Result<DeskRef>>;
  /** The desk of a ticket the person may see, or `not-found-or-not-permitted`. */
  canViewTicket(issue: { readonly idOrKey: string }): Promise<Result<ViewedTicket>>;
  /** Like `canViewTicket`, with what the person is on the ticket's desk. */
  readTicketRoles(issue: {
    readonly idOrKey: string;
  }): Promise<Result<{ readonly ticket: ViewedTicket; readonly roles: DeskRoles }>>;
  /** The service desks the person may browse. */
  listViewableDesks(): Promise<Result<readonly DeskRef[]>>;
  /** Like `canViewDesk`, for people who administer the project. */
  canAdministerDesk(project: { readonly idOrKey: string }): Promise<Result<DeskRef>>;
  /** For people who administer Jira. */
  canAdministerSite(): Promise<Result<true>>;
}
