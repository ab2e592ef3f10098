import type { AppError } from '../../src/contract';
import type { Texts } from '../shared/texts/texts';

const KINDS: readonly AppError['kind'][] = [
  'invalid-input',
  'not-found-or-not-permitted',
  'conflict',
  'source-unavailable',
  'source-malformed',
  'source-refused',
];

/** Why the reading of a history broke off, with what helps. */
export function problemWords(problem: string | null, t: Texts): string {
  const kind = KINDS.find((each) => each === problem);
  return kind === undefined ? t('admin.problemUnknown') : t(`admin.problem.${kind}`);
}
