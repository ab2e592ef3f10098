import type { Result } from '../domain/app-error';

/** How accounts are called in what the app stores. */
export interface AccountIds {
  /** The account of an actor id; null for people, since a hash cannot be turned back. */
  accountIdOf(actorId: string): string | null;
  /** account id → actor id: a keyed hash for people, the id itself for apps. */
  actorIdsOf(accountIds: readonly string[]): Promise<Result<ReadonlyMap<string, string>>>;
}
