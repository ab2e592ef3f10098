import type { Evaluation } from '../../domain/run/span-facts';
import { type Attributes, textOf, toNumber } from './attributes';
import { cleanName } from './clean-text';

/** Of OpenTelemetry's event `gen_ai.evaluation.result`; the explanation beside them is text. */
const NAME = 'gen_ai.evaluation.name';
const SCORE = 'gen_ai.evaluation.score.value';
const LABEL = 'gen_ai.evaluation.score.label';

export const EVALUATION_EVENT = 'gen_ai.evaluation.result';
export const EVALUATION_ATTRIBUTES = [NAME, SCORE, LABEL] as const;
/** More on one span are left out. */
export const MOST_EVALUATIONS = 20;

/** null: no verdict, or none with a name. */
export function evaluationOf(attributes: Attributes): Evaluation | null {
  const given = textOf(attributes, [NAME]);
  const name = given === null ? null : cleanName(given);
  if (name === null) return null;
  const score = toNumber(attributes.get(SCORE));
  const label = textOf(attributes, [LABEL]);
  const verdict = { name, score, label: label === null ? null : cleanName(label, LABEL_LENGTH) };
  return verdict.score === null && verdict.label === null ? null : verdict;
}

const LABEL_LENGTH = 64;
