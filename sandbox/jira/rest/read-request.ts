import type { z } from 'zod';

import { JiraFault } from '../fault';

/** The body by its schema; what the specification does not know is refused, as Jira does. */
export function readBody<T>(body: string | null, schema: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(body ?? '');
  } catch {
    throw new JiraFault(
      400,
      'There was an error parsing JSON. Check that your request body is valid.',
    );
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new JiraFault(400, `Invalid request payload. ${problems.join('; ')}`);
}

/** A whole number of the query, within bounds; `fallback` without one. */
export function readNumber(
  query: URLSearchParams,
  name: string,
  { fallback, max }: { readonly fallback: number; readonly max: number },
): number {
  const text = query.get(name);
  if (text === null || text === '') return fallback;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) {
    throw new JiraFault(400, `${name}: '${text}' is not a whole number`);
  }
  return Math.min(number, max);
}

/** A list of the query: repeated, separated by commas, or both. */
export const readList = (query: URLSearchParams, name: string): readonly string[] =>
  query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
