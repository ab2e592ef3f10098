/** What became of an episode: exactly one of these (rule book, section 4). */
export const OUTCOMES = [
  'ai-resolved',
  'pending',
  'escalated',
  'reversed',
  'ambiguous',
  'abandoned',
  'without-ai',
  'excluded',
  'open',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The rules of section 4, in the order in which they are asked; rule 3 has two names. */
export const RULES = [
  'overridden',
  'excluded',
  'without-ai',
  'open',
  'escalated',
  'unanswered',
  'silent-wait',
  'closed-by-automation',
  'reopened',
  'repeat-contact',
  'rejected-by-rating',
  'pending',
  'ai-resolved',
] as const;
export type RuleName = (typeof RULES)[number];

export type Evidence = 'verified-action' | 'confirmed' | 'assumed';
