import type { ActorRegistry } from './actor-registry';
import type { Episode } from './episode';

/** An actor whose kind an administrator should settle: nobody knows it, or an app that may be an AI. */
export interface DoubtfulActor {
  /** '' stands for events that named nobody. */
  readonly id: string;
  readonly kind: 'unknown' | 'automation';
}

/** So many are told of an episode: a column holds no more. */
const MAX_ACTORS = 3;

/**
 * The actors of an episode that are not in the registry and unknown, or apps. Of too many the unknown
 * ones stay, then the first to act; they come in the order of their ids, so that the same actors make
 * the same list. Ratings name nobody by nature, and overrides are decisions of people.
 */
export function doubtfulActors(
  { events }: Pick<Episode, 'events'>,
  registry: ActorRegistry,
): readonly DoubtfulActor[] {
  const found = new Map<string, DoubtfulActor>();
  for (const { kind: what, actor } of events) {
    if (what === 'rated' || what === 'overridden' || registry.has(actor.id)) continue;
    const { id, kind } = actor;
    if (kind !== 'unknown' && kind !== 'automation') continue;
    if (!found.has(id)) found.set(id, { id, kind });
  }
  const isUnknown = ({ kind }: DoubtfulActor): boolean => kind === 'unknown';
  const all = [...found.values()];
  return [...all.filter(isUnknown), ...all.filter((actor) => !isUnknown(actor))]
    .slice(0, MAX_ACTORS)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
