import { z } from 'zod';

import type { Headers } from './sender-proof';
import { refusalAnswer, type WebTriggerResponse } from './telemetry-answer';

/** Senders try again after so long when the store could not be reached. */
const STORE_RETRY_MS = 5_000;

/** A request as the platform hands it to a web trigger. */
const webRequestSchema = z.object({
  method: z.string(),
  headers: z.record(z.string(), z.array(z.string())).default({}),
  body: z.string().default(''),
});

/** Names in lower case; of several values the first. */
const headersOf = (headers: Readonly<Record<string, readonly string[]>>): Headers =>
  new Map(Object.entries(headers).map(([name, [value = '']]) => [name.toLowerCase(), value]));

/** Its class alone: messages may quote what they were given. */
export const nameOf = (error: unknown): string =>
  error instanceof Error ? error.name : typeof error;

/**
 * Answers a POST of anybody's. Whatever fails on our side is told as such, so that the sender keeps what it
 * has and comes again: none is lost by our fault.
 *
 * @param onTrouble - for the log
 */
export async function answerPost(
  payload: unknown,
  receive: (headers: Headers, body: string) => Promise<WebTriggerResponse>,
  onTrouble: (error: unknown) => void,
): Promise<WebTriggerResponse> {
  const request = webRequestSchema.safeParse(payload);
  if (!request.success) {
    return refusalAnswer({ status: 400, field: 'request', remedy: 'an HTTP request' });
  }
  const { method, headers, body } = request.data;
  if (method.toUpperCase() !== 'POST') {
    return refusalAnswer({ status: 405, field: 'method', remedy: 'POST' });
  }
  try {
    return await receive(headersOf(headers), body);
  } catch (error) {
    onTrouble(error);
    return refusalAnswer({
      status: 503,
      field: 'store',
      remedy: 'send the same again later',
      retryAfterMs: STORE_RETRY_MS,
    });
  }
}
