import { InvocationError, InvocationErrorCode } from '@forge/events';

import type { AppError } from '../domain/app-error';

/** Seconds; the platform waits no longer. */
const LONGEST_WAIT_S = 900;
const USUAL_WAIT_S = 60;

/** What the platform is told so that it calls again later; null when calling again will not help. */
export function retryFor(error: AppError): InvocationError | null {
  if (error.kind !== 'source-unavailable') return null;
  const waitS = error.retryAfterMs === null ? USUAL_WAIT_S : Math.ceil(error.retryAfterMs / 1_000);
  return new InvocationError({
    retryAfter: Math.min(LONGEST_WAIT_S, Math.max(1, waitS)),
    retryReason:
      error.rateLimitReason === null
        ? InvocationErrorCode.FUNCTION_RETRY_REQUEST
        : InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    retryData: {},
  });
}
