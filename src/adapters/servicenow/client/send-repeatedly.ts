import { SECOND_MS } from '../../../domain/time';
import type { Clock } from '../../../ports/clock';
import type { Logger } from '../../../ports/logger';
import { askedWaitMs } from './asked-wait';
import type { RequestAllowance } from './request-allowance';
import { sendRequest, type Reply, type ServiceNowRequest } from './send-request';

/** How long an invocation bears with an instance. */
export interface Patience {
  /** Of one request, its answer read to the end. */
  readonly timeoutMs: number;
  /** How often a request is sent again. */
  readonly repeats: number;
  /** A longer wait that the instance asks for is left to the caller. */
  readonly longestWaitMs: number;
}

export const USUAL_PATIENCE: Patience = {
  timeoutMs: 30 * SECOND_MS,
  repeats: 3,
  longestWaitMs: 20 * SECOND_MS,
};

export interface Sending {
  readonly clock: Clock;
  readonly pause: (ms: number) => Promise<void>;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly allowance: RequestAllowance;
  readonly log: Logger;
  readonly patience: Patience;
}

const FIRST_WAIT_MS = SECOND_MS / 2;
const LONGEST_OWN_WAIT_MS = 8 * SECOND_MS;

/**
 * Sends a request, again while the reply says that this may help, and gives the last reply.
 *
 * @param isRepeatable - doing it twice is doing it once
 */
export async function sendRepeatedly(
  request: Omit<ServiceNowRequest, 'timeoutMs'>,
  isRepeatable: boolean,
  sending: Sending,
): Promise<Reply> {
  const { clock, pause, allowance, log, patience } = sending;
  for (let sent = 0; ; sent += 1) {
    const retryAfterMs = allowance.take();
    if (retryAfterMs !== null) return { kind: 'no-answer', reason: 'allowance', retryAfterMs };
    const reply = await sendRequest({ ...request, timeoutMs: patience.timeoutMs });
    const mayHelp = isRepeatable && isTemporary(reply, request.method);
    if (!mayHelp || sent >= patience.repeats) return reply;
    const askedMs = reply.kind === 'answer' ? askedWaitMs(reply, clock.now()) : null;
    if (askedMs !== null && askedMs > patience.longestWaitMs) return reply;
    const waitMs = (askedMs ?? 0) + ownWaitMs(sent, sending.random);
    log.info('servicenow.request-repeated', { reason: reasonOf(reply), sent: sent + 1, waitMs });
    await pause(waitMs);
  }
}

/** What a reply was, for the log. */
export const reasonOf = (reply: Reply): string =>
  reply.kind === 'answer' ? String(reply.status) : reply.reason;

function isTemporary(reply: Reply, method: ServiceNowRequest['method']): boolean {
  if (reply.kind === 'no-answer') {
    return reply.reason === 'time-out' || reply.reason === 'connection';
  }
  const { status } = reply;
  if (status === 500) return method === 'GET';
  return status === 429 || status === 502 || status === 503 || status === 504;
}

/** Anywhere between nothing and a bound that doubles, so that many do not come back at once. */
const ownWaitMs = (sent: number, random: () => number): number =>
  Math.round(random() * Math.min(LONGEST_OWN_WAIT_MS, FIRST_WAIT_MS * 2 ** sent));
