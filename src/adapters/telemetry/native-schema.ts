import { z } from 'zod';

import { isoTimeSchema } from '../timeline/timeline-schema';
import { cleanName, isCode, OWN_ID } from './clean-text';
import { isPlausibleTime } from './otlp-time';
import {
  MOST_VERIFIED_ACTIONS,
  reasonOf,
  RESULTS,
  TICKET_REMEDY,
  ticketRefOf,
  traceUrlOf,
} from './own-attributes';

const MOST_STEPS = 5_000;

const orNull = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? null);
const idSchema = z.string().regex(OWN_ID, 'letters, digits and ._:- , at most 64');
const timeSchema = isoTimeSchema.refine(isPlausibleTime, 'a time of the years 2000 to 2099');
const countSchema = z.int('a whole number').min(0, 'not negative').max(1_000_000_000, 'fewer');

/** A text that a function turns into what is kept of it, or into null where it is none. */
const readBy = <T>(toKept: (value: string | number) => T | null, remedy: string) =>
  z.union([z.string(), z.number()], remedy).transform((value, context) => {
    const kept = toKept(value);
    if (kept !== null) return kept;
    context.addIssue({ code: 'custom', message: remedy });
    return z.NEVER;
  });

const nameSchema = readBy((value) => cleanName(String(value)), 'a name');

const stepSchema = z.strictObject({
  id: idSchema,
  tool: nameSchema,
  startedAt: timeSchema,
  /** null: it is about to be done, in a run that asks first. */
  endedAt: orNull(timeSchema),
  failed: z.boolean('true or false').default(false),
  errorType: orNull(z.string().refine((text) => isCode(text), 'a code of at most 64 characters')),
});

/**
 * A run as agents without OpenTelemetry send it: `{"runs":[…]}`. What a run does not know may be null
 * or left out; a member that is not listed here is refused by its name, so that no text is sent in
 * vain.
 */
export const nativeRunSchema = z
  .strictObject({
    /** The sender's own; a run that is sent again replaces what was sent of it. */
    id: idSchema,
    ticket: orNull(readBy(ticketRefOf, TICKET_REMEDY)),
    startedAt: timeSchema,
    /** null, and no result: the run goes on, and asks. */
    endedAt: orNull(timeSchema),
    result: orNull(z.enum(RESULTS, `one of ${RESULTS.join(', ')}`)),
    confidence: orNull(z.number('a number from 0 to 1').min(0).max(1)),
    verifiedActions: orNull(countSchema.max(MOST_VERIFIED_ACTIONS, 'fewer')),
    handOffReason: orNull(readBy(reasonOf, 'a code of at most 64 characters, no sentence')),
    conversation: orNull(nameSchema),
    traceUrl: orNull(readBy(traceUrlOf, 'an https address of at most 500 characters')),
    model: orNull(nameSchema),
    tokens: orNull(z.strictObject({ input: orNull(countSchema), output: orNull(countSchema) })),
    costUsd: orNull(z.number('US dollars').min(0, 'not negative').max(1_000_000, 'less')),
    steps: z.array(stepSchema, 'a list').max(MOST_STEPS, `at most ${MOST_STEPS}`).default([]),
  })
  .superRefine((run, context) => {
    const fault = (path: (string | number)[], message: string): void => {
      context.addIssue({ code: 'custom', path, message });
    };
    if (run.result !== null && run.endedAt === null) fault(['endedAt'], 'known when a result is');
    if (run.endedAt !== null && run.endedAt < run.startedAt) {
      fault(['endedAt'], 'not before startedAt');
    }
    const ids = new Set<string>();
    for (const [index, step] of run.steps.entries()) {
      if (ids.has(step.id)) fault(['steps', index, 'id'], 'another one for each step of a run');
      ids.add(step.id);
      if (step.endedAt === null && run.endedAt !== null) {
        fault(['steps', index, 'endedAt'], 'known when the run has ended');
      }
      if (step.endedAt !== null && step.endedAt < step.startedAt) {
        fault(['steps', index, 'endedAt'], 'not before startedAt');
      }
    }
  });

export type NativeRun = z.output<typeof nativeRunSchema>;
