import { z } from 'zod';

import { DEFAULT_DEFINITION } from '../../domain/outcome/definition';

/** A definition file: what it leaves out keeps the default; what it misspells is an error. */
export const definitionSchema = z.strictObject({
  windowHours: z.number().positive().default(DEFAULT_DEFINITION.windowHours),
  silenceCountsAsResolved: z.boolean().default(DEFAULT_DEFINITION.silenceCountsAsResolved),
  excludedResolutions: z.array(z.string()).default([...DEFAULT_DEFINITION.excludedResolutions]),
  excludedRequestTypes: z.array(z.string()).default([...DEFAULT_DEFINITION.excludedRequestTypes]),
  ratingConfirmsAt: z.number().min(1).max(5).default(DEFAULT_DEFINITION.ratingConfirmsAt),
  ratingRejectsAt: z.number().min(1).max(5).default(DEFAULT_DEFINITION.ratingRejectsAt),
  repeatContact: z.enum(['off', 'similar', 'any']).default(DEFAULT_DEFINITION.repeatContact),
});
