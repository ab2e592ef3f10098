import type { z } from 'zod';

import { err, ok, type Result } from '../../../domain/app-error';

type Row = Readonly<Record<string, unknown>>;

/** All rows, or which fields of which are not as they should be; the values are not told. */
export function parseRecords<S extends z.ZodType>(
  table: string,
  rows: readonly Row[],
  schema: S,
): Result<readonly z.output<S>[]> {
  const read: z.output<S>[] = [];
  const issues = new Set<string>();
  for (const row of rows) {
    const parsed = schema.safeParse(row);
    if (parsed.success) read.push(parsed.data);
    else for (const issue of describeRow(table, parsed.error)) issues.add(issue);
  }
  if (issues.size === 0) return ok(read);
  return err({
    kind: 'source-malformed',
    source: 'servicenow',
    issues: [...issues].slice(0, MOST_ISSUES),
  });
}

const MOST_ISSUES = 5;

/** `incident.state: expected text`, for each field at fault. */
export const describeRow = (table: string, error: z.ZodError): readonly string[] =>
  error.issues.map(({ path, message }) => `${[table, ...path].join('.')}: ${message}`);
