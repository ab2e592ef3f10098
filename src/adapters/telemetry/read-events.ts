import type { Evaluation } from '../../domain/run/span-facts';
import { readAttributes, textOf, type Wanted } from './attributes';
import {
  EVALUATION_ATTRIBUTES,
  EVALUATION_EVENT,
  evaluationOf,
  MOST_EVALUATIONS,
} from './evaluations';
import { isObject } from './refusal';

const EXCEPTION_TYPE = 'exception.type';
const WANTED: Wanted = {
  names: new Set([EXCEPTION_TYPE, ...EVALUATION_ATTRIBUTES]),
  objects: new Set(),
};

/** What a span's events tell; other events, and those that cannot be read, are left out. */
export function readEvents(events: unknown): {
  /** Of the last exception; null without. */
  readonly exceptionType: string | null;
  readonly evaluations: readonly Evaluation[];
} {
  if (!Array.isArray(events) || events.length === 0) return NOTHING;
  let exceptionType: string | null = null;
  const evaluations: Evaluation[] = [];
  for (const event of events as readonly unknown[]) {
    if (!isObject(event)) continue;
    const { name } = event;
    if (name !== 'exception' && name !== EVALUATION_EVENT) continue;
    const attributes = readAttributes(event['attributes'], WANTED);
    if (!attributes.ok) continue;
    if (name === 'exception') {
      exceptionType = textOf(attributes.value, [EXCEPTION_TYPE]) ?? exceptionType ?? 'exception';
    } else if (evaluations.length < MOST_EVALUATIONS) {
      const evaluation = evaluationOf(attributes.value);
      if (evaluation !== null) evaluations.push(evaluation);
    }
  }
  return { exceptionType, evaluations };
}

const NOTHING = { exceptionType: null, evaluations: [] };
