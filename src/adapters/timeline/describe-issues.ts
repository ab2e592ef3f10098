import type { z } from 'zod';

/** The first faults of a parse, each with its field: `events.3.at: expected …`. */
export const describeIssues = (error: z.ZodError): string =>
  error.issues
    .slice(0, 3)
    .map(({ path, message }) => `${path.length === 0 ? 'the whole' : path.join('.')}: ${message}`)
    .join('; ');
