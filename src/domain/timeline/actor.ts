/** Who did something to a ticket (rule book, section 1). */
export const ACTOR_KINDS = [
  'requester',
  'human-agent',
  'ai-agent',
  'automation',
  'unknown',
] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/**
 * `id` is opaque: a keyed hash for people in what the app stores, the plain account id for apps and
 * in scored exports. The empty string means that the source named nobody.
 */
export interface Actor {
  readonly id: string;
  readonly kind: ActorKind;
}

export const UNKNOWN_ACTOR: Actor = { id: '', kind: 'unknown' };

/** Doubt never counts for the AI: an unknown actor is treated as a human agent. */
export const isHuman = ({ kind }: Actor): boolean => kind === 'human-agent' || kind === 'unknown';
