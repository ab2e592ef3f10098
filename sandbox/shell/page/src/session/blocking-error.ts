import { ApiFailure } from './api';

interface Answer {
  readonly data: unknown;
  readonly error: Error | null;
}

/**
 * The failure to show in the place of the answer; null while the last answer may stay. It may when
 * the server is only out of reach, and not when what was shown is gone or may no longer be seen.
 */
export function blockingError({ data, error }: Answer): Error | null {
  if (error === null || data === undefined) return error;
  return error instanceof ApiFailure && error.status === 0 ? null : error;
}
