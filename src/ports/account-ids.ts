import type { Result } from '../domain/app-error';

/** How accounts are called in what the app stores. */
export interface AccountIds {
  /** account id → actor id: a keyed hash for people, the id itself for apps. */
  actorIdsOf(accountIds: readonly string[]): Promise<Result<ReadonlyMap<string, string>>>;
}
