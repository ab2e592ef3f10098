import { z } from 'zod';

import { OUTCOMES } from '../../domain/outcome/outcome';
import { epochMs } from '../../domain/time';
import { ACTOR_KINDS, UNKNOWN_ACTOR } from '../../domain/timeline/actor';

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** ISO 8601 with a zone; without one a time means something else on every machine. */
export const isoTimeSchema = z
  .string()
  .regex(ISO_TIME, 'expected an ISO 8601 time with a zone, e.g. 2026-03-02T09:00:00Z')
  .transform((text) => epochMs(Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))))
  .refine((at) => Number.isFinite(at), 'not a date of the calendar');

const actorSchema = z
  .object({ id: z.string(), kind: z.enum(ACTOR_KINDS) })
  .nullish()
  .transform((actor) => actor ?? UNKNOWN_ACTOR);
const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? null);
const base = { at: isoTimeSchema, actor: actorSchema };

const eventSchema = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('comment'), visibility: z.enum(['public', 'internal']) }),
  z
    .object({
      ...base,
      kind: z.literal('assigned'),
      to: z.object({ id: z.string(), kind: z.enum(ACTOR_KINDS) }).nullish(),
      toGroup: z.string().nullish(),
    })
    .transform(({ to, toGroup, ...event }) => ({
      ...event,
      ...(to ? { to } : {}),
      ...(toGroup ? { toGroup } : {}),
    })),
  z.object({
    ...base,
    kind: z.literal('status'),
    status: z.string(),
    category: z.enum(['new', 'indeterminate', 'done']),
    paused: z.boolean().default(false),
    resolution: optionalText,
  }),
  z.object({ ...base, kind: z.literal('handed-off'), reason: optionalText }),
  z.object({
    ...base,
    kind: z.literal('agent-run'),
    result: z.enum(['resolved', 'escalated', 'unresolved']),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .nullish()
      .transform((value) => value ?? null),
    verifiedActions: z
      .int()
      .min(0)
      .nullish()
      .transform((value) => value ?? 0),
    reason: optionalText,
  }),
  z.object({ ...base, kind: z.literal('rated'), rating: z.number().min(1).max(5) }),
  z.object({
    ...base,
    kind: z.literal('overridden'),
    outcome: z.enum(OUTCOMES),
    reason: optionalText,
  }),
]);

/** One line of the `timeline` format (rule book, section 2) → a timeline of the domain. */
export const timelineSchema = z.object({
  id: z.string().regex(/^(jira|servicenow):.+/, 'expected jira:<issue id> or servicenow:<number>'),
  source: z.enum(['jira', 'servicenow']),
  desk: z.string().min(1),
  key: optionalText,
  requestType: optionalText,
  priority: optionalText,
  requester: optionalText,
  subject: z
    .array(z.string())
    .nullish()
    .transform((tokens) => tokens ?? []),
  openedAt: isoTimeSchema,
  nativeResolvedAt: isoTimeSchema.nullish().transform((at) => at ?? null),
  events: z.array(eventSchema),
});
