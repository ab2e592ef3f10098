import { UNKNOWN_ACTOR, type Actor, type ActorKind } from './actor';
import type { TicketEvent } from './event';
import type { Timeline } from './ticket';

/** What an administrator says about accounts: actor id → kind. It wins over everything else. */
export type ActorRegistry = ReadonlyMap<string, ActorKind>;

/**
 * The kind of a Jira account, first match wins (rule book, section 1): registry, requester or
 * customer, app, person, unknown. A missing `accountType` is an account that Jira no longer knows.
 */
export function kindOfAccount(
  account: {
    readonly actorId: string;
    readonly accountType: string | null;
    readonly isRequester: boolean;
  },
  registry: ActorRegistry,
): ActorKind {
  const registered = registry.get(account.actorId);
  if (registered !== undefined) return registered;
  if (account.isRequester || account.accountType === 'customer') return 'requester';
  if (account.accountType === 'app') return 'automation';
  return account.accountType === 'atlassian' ? 'human-agent' : 'unknown';
}

/**
 * The timeline with every actor's kind as the registry and the ticket's own requester say. Stored
 * timelines keep native kinds, so that registering an agent later re-scores its past.
 */
export function applyRegistry(timeline: Timeline, registry: ActorRegistry): Timeline {
  const kindOf = (actor: Actor): Actor => {
    if (actor.id === '') return actor;
    const kind =
      registry.get(actor.id) ?? (actor.id === timeline.requester ? 'requester' : actor.kind);
    return kind === actor.kind ? actor : { id: actor.id, kind };
  };
  return { ...timeline, events: timeline.events.map((event) => withKinds(event, kindOf)) };
}

function withKinds(event: TicketEvent, kindOf: (actor: Actor) => Actor): TicketEvent {
  // A decision is its person's own, whatever the account is registered as.
  if (event.kind === 'overridden') return event;
  const actor = event.actor === UNKNOWN_ACTOR ? event.actor : kindOf(event.actor);
  if (event.kind === 'assigned' && event.to !== undefined) {
    return { ...event, actor, to: kindOf(event.to) };
  }
  return actor === event.actor ? event : { ...event, actor };
}
