import type { ActorKind } from '../domain/timeline/actor';

/** An entry of the registry an administrator keeps. Keyed by the actor's id as stored in timelines. */
export interface RegisteredActor {
  readonly actorId: string;
  /** null for people registered before accounts were kept, and for people who were only seen. */
  readonly accountId: string | null;
  readonly kind: ActorKind;
  /** For AI agents; null otherwise. */
  readonly name: string | null;
  readonly vendor: string | null;
}

export interface SettingsStore {
  readRegistry(): Promise<readonly RegisteredActor[]>;
  saveRegistry(actors: readonly RegisteredActor[]): Promise<void>;
  /** The installation's key for hashing subjects and people; made on first use, kept as a secret. */
  readHashKey(): Promise<string>;
}
