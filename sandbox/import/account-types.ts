import type { Actor, ActorKind } from '../../src/domain/timeline/actor';
import type { Timeline } from '../../src/domain/timeline/ticket';
import type { AccountType } from '../jira/model';

/** From the most telling kind to the least: an account has one type, however it acted. */
const TYPE_OF_KIND: readonly (readonly [ActorKind, AccountType])[] = [
  ['ai-agent', 'app'],
  ['automation', 'app'],
  ['human-agent', 'atlassian'],
  ['requester', 'customer'],
];

/**
 * Every account that timelines name, with its type on a Jira site. Accounts that are only ever
 * `unknown` have none: the site does not know them.
 *
 * @param registered - accounts that the registry names; they exist, whatever their kind
 */
export function accountTypesOf(
  timelines: readonly Timeline[],
  registered: Iterable<string>,
): ReadonlyMap<string, AccountType> {
  const kinds = new Map<string, Set<ActorKind>>();
  const see = ({ id, kind }: Actor): void => {
    if (id === '') return;
    const seen = kinds.get(id) ?? new Set();
    kinds.set(id, seen.add(kind));
  };
  for (const { requester, events } of timelines) {
    if (requester !== null) see({ id: requester, kind: 'requester' });
    for (const event of events) {
      see(event.actor);
      if (event.kind === 'assigned' && event.to !== undefined) see(event.to);
    }
  }
  const types = new Map<string, AccountType>();
  for (const [id, seen] of kinds) {
    const type = TYPE_OF_KIND.find(([kind]) => seen.has(kind))?.[1];
    if (type !== undefined) types.set(id, type);
  }
  for (const id of registered) if (!types.has(id)) types.set(id, 'app');
  return types;
}
