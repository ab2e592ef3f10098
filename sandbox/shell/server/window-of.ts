import type { ShellRequest } from './route';

const MAX_ROWS = 200;

/** The rows that a request asks for. */
export const windowOf = (
  query: ShellRequest['query'],
): { readonly startAt: number; readonly limit: number } => ({
  startAt: Math.max(0, Number(query.get('startAt') ?? 0) || 0),
  limit: Math.min(MAX_ROWS, Number(query.get('limit') ?? 50) || 50),
});
