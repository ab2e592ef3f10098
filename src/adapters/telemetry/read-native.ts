import type { z } from 'zod';

import type { ReceivedSpan, TelemetryReader } from '../../ports/telemetry-reader';
import { cleanName } from './clean-text';
import { nativeRunSchema } from './native-schema';
import { isAsking, nativeSpans } from './native-spans';
import { MOST_SPANS } from './read-otlp';
import { isObject, type Refusal } from './refusal';

/** Of a native batch. */
export const MOST_RUNS = 500;

type Outcome = ReturnType<TelemetryReader['read']>;

/**
 * A native batch. A run that cannot be read leaves the others as they are; when none can, the first
 * says why.
 */
export function readNative(body: Readonly<Record<string, unknown>>): Outcome {
  const { runs, ...others } = body;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    return unreadable({ field: memberOf(unknown), remedy: 'not known: leave it out' });
  if (!Array.isArray(runs) || runs.length === 0) {
    return unreadable({ field: 'runs', remedy: 'a list of at least one run' });
  }
  if (runs.length > MOST_RUNS) return tooMany(`at most ${MOST_RUNS} runs a batch`);
  // Counted before they are read: reading is what costs.
  if (runs.reduce((steps: number, run) => steps + stepsOf(run), 0) > MOST_SPANS) {
    return tooMany(`at most ${MOST_SPANS} steps a batch`);
  }

  const spans: ReceivedSpan[] = [];
  const refused: Refusal[] = [];
  const asking: string[] = [];
  for (const [index, each] of (runs as readonly unknown[]).entries()) {
    const parsed = nativeRunSchema.safeParse(each);
    if (parsed.success) {
      const { id } = parsed.data;
      spans.push(...nativeSpans(parsed.data).map((span) => ({ traceId: id, span })));
      if (isAsking(parsed.data)) asking.push(id);
    } else {
      refused.push(refusalOf(parsed.error, `runs[${index}]`));
    }
  }
  const [first] = refused;
  if (first !== undefined && spans.length === 0) return unreadable(first);
  return {
    ok: true,
    batch: {
      format: 'native',
      spans,
      refused: refused.map(({ field, remedy }) => `${field}: ${remedy}`),
      asking,
    },
  };
}

const stepsOf = (run: unknown): number =>
  isObject(run) && Array.isArray(run['steps']) ? run['steps'].length : 0;

function refusalOf(error: z.ZodError, path: string): Refusal {
  const [issue] = error.issues;
  if (issue === undefined) return { field: path, remedy: 'a run' };
  const field = issue.path.reduce<string>(
    (before, part) =>
      typeof part === 'number' ? `${before}[${part}]` : `${before}.${String(part)}`,
    path,
  );
  if (issue.code === 'unrecognized_keys') {
    return {
      field: `${field}.${memberOf(issue.keys[0] ?? '')}`,
      remedy: 'not known: leave it out',
    };
  }
  return { field, remedy: issue.message };
}

/** A sender's name of a member, short enough to be told back. */
const memberOf = (name: string): string => cleanName(name, 40) ?? '(empty)';

const unreadable = ({ field, remedy }: Refusal): Outcome => ({
  ok: false,
  problem: { status: 422, field, remedy },
});

const tooMany = (remedy: string): Outcome => ({
  ok: false,
  problem: { status: 413, field: 'runs', remedy },
});
