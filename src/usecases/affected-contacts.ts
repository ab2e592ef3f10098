import type { Definition } from '../domain/outcome/definition';
import { HOUR_MS } from '../domain/time';
import { isSimilarSubject } from '../domain/timeline/similar-subject';
import type { Ticket } from '../domain/timeline/ticket';
import type { ContactRow } from '../ports/score-store';

/**
 * The tickets of the same contact whose verdict may hang on this one, because this one was opened
 * within the window after they were resolved. Wider than rule 10, never narrower.
 */
export function affectedContacts(
  ticket: Ticket,
  contacts: readonly ContactRow[],
  definition: Definition,
): readonly string[] {
  if (definition.repeatContact === 'off') return [];
  const windowMs = definition.windowHours * HOUR_MS;
  return contacts
    .filter(
      ({ ticketId, subject, openedAt, lastResolvedAt }) =>
        ticketId !== ticket.id &&
        lastResolvedAt !== null &&
        openedAt <= ticket.openedAt &&
        lastResolvedAt + windowMs > ticket.openedAt &&
        (definition.repeatContact === 'any' || isSimilarSubject(subject, ticket.subject)),
    )
    .map(({ ticketId }) => ticketId);
}
