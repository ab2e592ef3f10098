import type { Texts } from './texts';

const KINDS = [
  'not-found-or-not-permitted',
  'source-unavailable',
  'source-malformed',
  'source-refused',
] as const;
/** Fields that have words; any other is told by its id. */
const FIELDS = ['assignee', 'priority', 'labels', 'status', 'comment', 'fields'] as const;
const REFUSED = /^refused:(.+)$/;

/** Why a hand-off waits, as the end of a sentence, e.g. "Jira refused assignee". */
export function handOffProblemWords(problem: string | null, t: Texts): string {
  const fields = REFUSED.exec(problem ?? '')?.[1];
  if (fields !== undefined) {
    const names = fields.split(',').map((field) => {
      const known = FIELDS.find((each) => each === field);
      return known === undefined ? field : t(`handOff.field.${known}`);
    });
    return t('handOff.problem.refused', { fields: names.join(', ') });
  }
  const kind = KINDS.find((each) => each === problem);
  return t(`handOff.problem.${kind ?? 'unknown'}`);
}
