import { sourceOf } from '../../domain/timeline/source';
import type { HandOffDesk } from '../../ports/hand-off-desk';
import type { BySource } from './by-source';

/** Hands each ticket off where it lives. */
export function createHandOffDeskBySource(desks: BySource<HandOffDesk>): HandOffDesk {
  const of = (ticketId: string): HandOffDesk => desks[sourceOf(ticketId)];
  return {
    readTicket: (ticketId) => of(ticketId).readTicket(ticketId),
    findComment: (ticketId, handOff) => of(ticketId).findComment(ticketId, handOff),
    comment: (ticketId, packet) => of(ticketId).comment(ticketId, packet),
    route: (ticketId, target, options) => of(ticketId).route(ticketId, target, options),
  };
}
