import type { EpochMs } from '../domain/time';
import type { DoubtfulActor } from '../domain/timeline/doubtful-actors';
import type { UnclassifiedActor } from '../contract';
import type { AccountIds } from '../ports/account-ids';
import type { DoubtfulGroup } from '../ports/score-store';
import type { RegisteredActor } from '../ports/settings-store';
import { iso } from './wire-time';

const MAX_ACTORS = 100;

interface Seen {
  readonly actor: DoubtfulActor;
  readonly episodes: number;
  readonly lastOpenedAt: EpochMs;
}

/** Each doubtful actor once, most episodes first; those registered by now are left out. */
export function unclassifiedActors(
  groups: readonly DoubtfulGroup[],
  registered: readonly RegisteredActor[],
  accounts: Pick<AccountIds, 'accountIdOf'>,
): readonly UnclassifiedActor[] {
  const known = new Set(registered.map(({ actorId }) => actorId));
  const seen = new Map<string, Seen>();
  for (const { actors, episodes, lastOpenedAt } of groups) {
    for (const actor of actors) {
      if (known.has(actor.id)) continue;
      const before = seen.get(actor.id);
      const isLater = before === undefined || lastOpenedAt > before.lastOpenedAt;
      seen.set(actor.id, {
        actor: isLater ? actor : before.actor,
        episodes: episodes + (before?.episodes ?? 0),
        lastOpenedAt: isLater ? lastOpenedAt : before.lastOpenedAt,
      });
    }
  }
  return [...seen.values()]
    .sort((a, b) => b.episodes - a.episodes || b.lastOpenedAt - a.lastOpenedAt)
    .slice(0, MAX_ACTORS)
    .map(({ actor, episodes, lastOpenedAt }) => ({
      actorId: actor.id,
      accountId: actor.kind === 'automation' ? accounts.accountIdOf(actor.id) : null,
      kind: actor.kind,
      episodes,
      lastSeenAt: iso(lastOpenedAt),
    }));
}
