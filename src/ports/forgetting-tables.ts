/** Deletes what is kept of a desk. Safe to repeat. */
export interface ForgettingTables {
  /** Tickets of the desk, deleted ones included; one statement. */
  listTicketsToForget(deskId: string, limit: number): Promise<readonly string[]>;
  /**
   * Their episodes, hand-offs and audit, and the tickets themselves last. Runs are left to `putRuns`. Four
   * statements a chunk of 250.
   */
  forgetTickets(ticketIds: readonly string[]): Promise<void>;
  /**
   * Figures, versions, previews and the desk's audit, and the desk itself last. Two statements for each 50 days
   * that have figures, and eight.
   */
  forgetDesk(deskId: string): Promise<void>;
}
