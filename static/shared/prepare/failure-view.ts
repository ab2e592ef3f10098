import { assertNever } from '../../../src/contract/catalogue';
import type { Failure } from '../failure';
import type { Formats } from '../format/formats';
import { SOURCE_NAMES } from '../texts/source-names';

/** What could not be read or changed. */
export type Subject = 'desk' | 'ticket' | 'settings' | 'administration';

export interface FailureView {
  readonly title: string;
  readonly body: string;
  /** Asking again can help. */
  readonly canRetry: boolean;
}

/** What happened, in words, and what to do about it. */
export function prepareFailure(failure: Failure, subject: Subject, formats: Formats): FailureView {
  const { t, duration } = formats;
  if (failure.kind === 'unreachable') {
    return { ...t.message('failure.unreachable'), canRetry: true };
  }
  const { error } = failure;
  switch (error.kind) {
    case 'invalid-input': {
      const issues = error.issues.join('; ');
      return { ...t.message('failure.invalidInput', { issues }), canRetry: false };
    }
    case 'not-found-or-not-permitted':
      return { ...t.message(`failure.notFound.${subject}`), canRetry: true };
    case 'conflict':
      return { ...t.message('failure.conflict'), canRetry: true };
    case 'source-unavailable': {
      const source = SOURCE_NAMES[error.source];
      const words =
        error.retryAfterMs === null
          ? t.message('failure.unavailable', { source })
          : t.message('failure.unavailableFor', { source, wait: duration(error.retryAfterMs) });
      return { ...words, canRetry: true };
    }
    case 'source-malformed': {
      const source = SOURCE_NAMES[error.source];
      return { ...t.message('failure.malformed', { source }), canRetry: true };
    }
    case 'source-refused': {
      const words = { source: SOURCE_NAMES[error.source], subject: error.subject ?? '–' };
      return { ...t.message(`failure.refused.${error.refusal}`, words), canRetry: true };
    }
    default:
      return assertNever(error);
  }
}
