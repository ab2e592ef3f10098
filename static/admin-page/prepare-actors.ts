import type { Administration, RegisteredActorView, UnclassifiedActor } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { canClassify } from './classifiable';
import type { MomentView } from './prepare-desks';

export interface RegisteredView {
  readonly actor: RegisteredActorView;
  /** As Jira shows the account; a shortened hash for people. */
  readonly account: string;
  readonly accountExact: string;
  readonly kind: string;
  /** Name and vendor of an AI agent; a dash for others. */
  readonly shownAs: string;
}

export interface UnclassifiedView {
  readonly actor: UnclassifiedActor;
  readonly account: string;
  readonly accountExact: string;
  readonly seenAs: string;
  readonly episodes: string;
  readonly lastSeen: MomentView;
  readonly canClassify: boolean;
}

export interface ActorsView {
  readonly registered: readonly RegisteredView[];
  readonly unclassified: readonly UnclassifiedView[];
}

/** @param names - of accounts, as the viewer sees them */
export function prepareActors(
  { actors, unclassified, asOf }: Administration,
  names: ReadonlyMap<string, string>,
  formats: Formats,
): ActorsView {
  const { t, count, ago, exactTime } = formats;
  return {
    registered: actors.map((actor) => ({
      actor,
      ...accountOf(actor, names, formats),
      kind: t(`admin.kind.${actor.kind}`),
      shownAs: [actor.name, actor.vendor].filter((part) => part !== null).join(' · ') || '–',
    })),
    unclassified: unclassified.map((actor) => ({
      actor,
      ...accountOf(actor, names, formats),
      seenAs: t(`admin.seenAs.${actor.kind}`),
      episodes: count(actor.episodes),
      lastSeen: {
        text: ago(actor.lastSeenAt, Date.parse(asOf)),
        exact: exactTime(actor.lastSeenAt),
      },
      canClassify: canClassify(actor),
    })),
  };
}

const HASH_SHOWN = 8;

/** What an actor is called. The app knows no names; of people not even accounts. */
export function accountOf(
  { accountId, actorId }: Pick<RegisteredActorView, 'accountId' | 'actorId'>,
  names: ReadonlyMap<string, string>,
  { t }: Formats,
): { readonly account: string; readonly accountExact: string } {
  if (actorId === '') return { account: t('admin.actors.nobody'), accountExact: '' };
  if (accountId === null) {
    const account = t('admin.actors.hashed', { hash: actorId.slice(0, HASH_SHOWN) });
    return { account, accountExact: actorId };
  }
  return { account: names.get(accountId) ?? accountId, accountExact: accountId };
}
