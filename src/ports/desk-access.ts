import type { Result } from '../domain/app-error';
import type { EpochMs } from '../domain/time';
import type { DeskRef } from './ticket-source';

export interface ViewedTicket {
  readonly desk: DeskRef;
  readonly ticketId: string;
  readonly openedAt: EpochMs;
}

export interface DeskRoles {
  /** Of a ServiceNow desk: of Jira as a whole. */
  readonly isProjectAdministrator: boolean;
  readonly isAgent: boolean;
}

export interface ViewableDesks {
  includes(deskId: string): boolean;
}

/**
 * What the person looking may see, of desks in Jira and in ServiceNow: `idOrKey` of a ServiceNow desk is its
 * key, of its ticket `sn-` and the sys_id. Asked as that person, before anything is read as the app.
 */
export interface DeskAccess {
  /** The desk behind a project key or id, or `not-found-or-not-permitted`. */
  canViewDesk(project: { readonly idOrKey: string }): Promise<Result<DeskRef>>;
  /** The desk of a ticket the person may see, or `not-found-or-not-permitted`. */
  canViewTicket(issue: { readonly idOrKey: string }): Promise<Result<ViewedTicket>>;
  /** Like `canViewTicket`, with what the person is on the ticket's desk. */
  readTicketRoles(issue: {
    readonly idOrKey: string;
  }): Promise<Result<{ readonly ticket: ViewedTicket; readonly roles: DeskRoles }>>;
  /** Which of all desks the person may see: asked once, whatever their number. */
  readViewableDesks(): Promise<Result<ViewableDesks>>;
  /** Like `canViewDesk`, for people who administer the project. */
  canAdministerDesk(project: { readonly idOrKey: string }): Promise<Result<DeskRef>>;
  /** For people who administer Jira. */
  canAdministerSite(): Promise<Result<true>>;
}
