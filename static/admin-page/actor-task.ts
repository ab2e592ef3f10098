import type { RegisteredActorView } from '../../src/contract';

/** What an administrator is about to do with the registry. */
export type ActorTask =
  | { readonly kind: 'add' }
  | { readonly kind: 'classify'; readonly actorId: string; readonly account: string }
  | {
      readonly kind: 'change';
      readonly actorId: string;
      readonly account: string;
      readonly actor: RegisteredActorView;
    }
  | { readonly kind: 'remove'; readonly actorId: string; readonly account: string };
