import type { ScriptAct, TicketScript } from '../ticket-script';

/** A ticket whose past was put on a stage. */
export interface PastTicket {
  /** As runs name it: `IT-12`, `INC0010012`. */
  readonly key: string;
  /** How it was called then: on some desks what comes back is another ticket. */
  keyAt(atMs: number): string;
}

/** Where a desk's scripts are played: the product that it runs on. */
export interface Stage {
  /** Puts the part of a script that lies before now there, as history that nobody is told of. */
  importPast(script: TicketScript, nowMs: number): PastTicket;
  /** @returns the ticket's key */
  open(script: TicketScript): string;
  /**
   * Does at present what the script says.
   *
   * @returns the key under which the ticket goes on
   * @throws Error when the product refuses it
   */
  act(script: TicketScript, action: ScriptAct, key: string): string;
}
