import type { z } from 'zod';

import { err, ok, type Result } from '../../domain/app-error';
import type { JiraResponse } from './jira-api';

/** A response parsed once, or why there is none. Nothing is thrown for what Jira may answer. */
export async function parseResponse<S extends z.ZodType>(
  response: JiraResponse,
  schema: S,
): Promise<Result<z.output<S>>> {
  const failure = failureOf(response);
  if (failure !== null) return failure;
  const parsed = schema.safeParse(await response.json());
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return err({ kind: 'source-malformed', source: 'jira', issues: issues.slice(0, 5) });
}

/** The failure that a status stands for; null for success. */
export function failureOf(response: JiraResponse): Result<never> | null {
  const { status } = response;
  if (status < 400) return null;
  if (status === 401 || status === 403 || status === 404) {
    return err({ kind: 'not-found-or-not-permitted' });
  }
  if (status === 429 || status >= 500) {
    return err({
      kind: 'source-unavailable',
      source: 'jira',
      retryAfterMs: retryAfterMs(response.header('Retry-After')),
      rateLimitReason: response.header('RateLimit-Reason'),
    });
  }
  return err({
    kind: 'source-malformed',
    source: 'jira',
    issues: [`Jira answered ${status}: the request was refused`],
  });
}

/** @param header - seconds; anything else is as if it were not there */
const retryAfterMs = (header: string | null): number | null =>
  header !== null && /^\d+$/.test(header) ? Number(header) * 1_000 : null;
