import { z } from 'zod';

import type { Headers } from './sender-proof';

/** A request as the platform hands it to a web trigger. */
export const webRequestSchema = z.object({
  method: z.string(),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().default(''),
});

/** Names in lower case; of several values the first. */
export const headersOf = (headers: Readonly<Record<string, readonly string[]>>): Headers =>
  new Map(Object.entries(headers).map(([name, [value = '']]) => [name.toLowerCase(), value]));

/** Its class alone: messages may quote what they were given. */
export const nameOf = (error: unknown): string =>
  error instanceof Error ? error.name : typeof error;
