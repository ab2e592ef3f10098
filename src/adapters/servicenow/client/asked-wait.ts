import { epochMs, SECOND_MS, type EpochMs } from '../../../domain/time';
import type { Answer } from './send-request';

/** The instance's own clock, of its `Date` header, to the second; null when it does not say. */
export function serverTime(answer: Answer): EpochMs | null {
  const at = Date.parse(answer.header('Date') ?? '');
  return Number.isNaN(at) ? null : epochMs(at);
}

/**
 * How long the instance asked to wait, of `Retry-After` or, when a limit of requests is used up, of
 * `X-RateLimit-Reset`; null when it did not ask.
 *
 * @param now - by the app's clock; times of the instance are compared with its own where it tells that
 */
export function askedWaitMs(answer: Answer, now: EpochMs): number | null {
  const there = serverTime(answer) ?? now;
  const after = answer.header('Retry-After');
  if (after !== null) {
    const at = isCount(after) ? there + Number(after) * SECOND_MS : Date.parse(after);
    if (!Number.isNaN(at)) return Math.max(0, at - there);
  }
  const reset = answer.status === 429 ? answer.header('X-RateLimit-Reset') : null;
  return reset !== null && isCount(reset) ? Math.max(0, Number(reset) * SECOND_MS - there) : null;
}

const isCount = (text: string): boolean => /^\d{1,12}$/.test(text);
