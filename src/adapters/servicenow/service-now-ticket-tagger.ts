import { err, ok, type Result } from '../../domain/app-error';
import { MINUTE_MS } from '../../domain/time';
import type { CredentialStore } from '../../ports/credential-store';
import type { Logger } from '../../ports/logger';
import type { ServiceNowConnection } from '../../ports/service-now-connections';
import type { TaggedTicket, TicketTagger } from '../../ports/ticket-tagger';
import { openInstance, type InstanceDeps } from './open-instance';
import { sysIdOf } from './ticket-id';
import { readVerdicts, writeVerdict, type VerdictPlace } from './write-verdict';

export interface TaggerDeps extends InstanceDeps {
  /** Keeps two workers apart. */
  readonly leases: Pick<CredentialStore, 'rememberOnce' | 'forgetOnce'>;
  readonly log: Logger;
}

/** A worker that died holds a ticket no longer than this. */
const LEASE_MS = MINUTE_MS;

/**
 * Verdicts on incidents: into a field of the customer's, and a work note with it. Only what was decided
 * since somebody named that field; without one nothing is asked of the instance.
 */
export function createServiceNowTicketTagger(deps: TaggerDeps): TicketTagger {
  return {
    async tag(ticketId, tag) {
      const written = await writeAll(deps, [{ ticketId, tag }]);
      if (!written.ok) return written;
      return ok(written.value.includes(ticketId) ? 'ticket-gone' : 'tagged');
    },

    async tagMany(tickets) {
      const written = await writeAll(deps, tickets);
      return written.ok ? ok('tagged') : written;
    },
  };
}

/** @returns ids of tickets that are gone */
async function writeAll(
  deps: TaggerDeps,
  tickets: readonly TaggedTicket[],
): Promise<Result<readonly string[]>> {
  const connection = await deps.connections.read();
  const place = connection === null ? null : placeOf(connection);
  const due = tickets.filter((ticket) => connection !== null && isDue(ticket, connection));
  if (place === null || due.length === 0) return ok([]);
  const instance = await openInstance(deps);
  if (!instance.ok) return instance;
  const now = await readVerdicts(
    instance.value,
    place,
    due.map(({ ticketId }) => ticketId),
  );
  if (!now.ok) return now;
  const gone: string[] = [];
  for (const ticket of due) {
    const { ticketId } = ticket;
    const written = now.value.get(sysIdOf(ticketId));
    if (written === undefined) {
      gone.push(ticketId);
      continue;
    }
    const lease = `servicenow-verdict:${ticketId}`;
    if (!(await deps.leases.rememberOnce(lease, LEASE_MS))) return BUSY;
    const result = await writeVerdict(instance.value, place, ticket, written);
    // After a lost answer the write may still be under way: the lease runs out by itself then.
    if (!result.ok) return result;
    await deps.leases.forgetOnce(lease);
    if (result.value === 'gone') gone.push(ticketId);
    if (result.value === 'closed') deps.log.warn('servicenow.verdict-refused', { ticketId });
  }
  return ok(gone);
}

const placeOf = ({ mapping, writesBackSince }: ServiceNowConnection): VerdictPlace | null =>
  mapping.verdictField === null || writesBackSince === null
    ? null
    : { field: mapping.verdictField, writesWorkNotes: mapping.writesWorkNotes };

/** What is open has no verdict, unless one was written that holds no longer. */
function isDue({ tag }: TaggedTicket, { writesBackSince }: ServiceNowConnection): boolean {
  if (writesBackSince === null) return false;
  if (tag.decidedAt === null) return tag.episodes > 1;
  return tag.decidedAt >= writesBackSince;
}

/** Another worker writes on it at this moment. */
const BUSY = err({
  kind: 'source-unavailable',
  source: 'servicenow',
  retryAfterMs: LEASE_MS,
  rateLimitReason: null,
});
