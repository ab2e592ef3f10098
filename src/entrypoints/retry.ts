import { InvocationError, InvocationErrorCode } from '@forge/events';

import type { AppError } from '../domain/app-error';
import { waitAfter } from '../usecases/backfill-desk';

/** What the platform is told so that it calls again later; null when calling again will not help. */
export function retryFor(error: AppError): InvocationError | null {
  const delayMs = waitAfter(error);
  if (delayMs === null) return null;
  return new InvocationError({
    retryAfter: Math.ceil(delayMs / 1_000),
    retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    retryData: {},
  });
}
