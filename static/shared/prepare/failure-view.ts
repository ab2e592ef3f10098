import { assertNever } from '../../../src/contract/catalogue';
import type { Failure } from '../failure';
import type { Formats } from '../format/formats';
import { SOURCE_NAMES, TEXTS } from '../texts';

export interface FailureView {
  readonly title: string;
  readonly body: string;
  /** Asking again can help. */
  readonly canRetry: boolean;
}

/** What happened, in words, and what to do about it. */
export function prepareFailure(
  failure: Failure,
  subject: 'desk' | 'ticket',
  formats: Formats,
): FailureView {
  const texts = TEXTS.failure;
  if (failure.kind === 'unreachable') return { ...texts.unreachable, canRetry: true };
  const { error } = failure;
  switch (error.kind) {
    case 'invalid-input':
      return {
        title: texts.invalidInput.title,
        body: texts.invalidInput.body(error.issues.join('; ')),
        canRetry: false,
      };
    case 'not-found-or-not-permitted':
      return {
        ...(subject === 'desk' ? texts.deskNotFound : texts.ticketNotFound),
        canRetry: true,
      };
    case 'conflict':
      return { ...texts.unreachable, canRetry: true };
    case 'source-unavailable': {
      const wait = error.retryAfterMs === null ? null : formats.duration(error.retryAfterMs);
      return { ...texts.unavailable(SOURCE_NAMES[error.source], wait), canRetry: true };
    }
    case 'source-malformed':
      return { ...texts.malformed(SOURCE_NAMES[error.source]), canRetry: true };
    default:
      return assertNever(error);
  }
}
