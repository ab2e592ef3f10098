import type { SandboxClock } from '../../clock';
import type { Chance } from '../../demo/chance';
import type { Origin } from '../app/invocation';
import { InvocationFailure } from '../app/invocation-failure';
import type { Invoker } from '../app/invoker';
import type { LogLine } from '../app/log-line';
import { SITE } from '../app/site';
import type { ConsumerModule } from '../manifest-schema';
import type { Timetable } from '../timetable';

import { queueLagsMs, type DeliveryOptions } from './delivery';
import type { PushedEvent } from './queue-schemas';
import { readRetryRequest } from './retry-request';

const RETENTION_MS = 24 * 3_600_000;
const FIRST_BACKOFF_MS = 1_000;
const MAX_BACKOFF_MS = 15 * 60_000;

/** How far a push has got; its events share it. */
export interface Job {
  success: number;
  inProgress: number;
  failed: number;
  isCancelled: boolean;
}

/** One pushed event on its way. */
interface Message {
  readonly consumer: ConsumerModule;
  readonly job: Job;
  readonly jobId: string;
  readonly eventId: string;
  readonly event: PushedEvent;
  readonly origin: Origin;
  readonly pushedAtMs: number;
  /** Counted for the job already: duplicates count once. */
  isSettled: boolean;
}

interface Retry {
  readonly count: number;
  readonly reason: string;
  readonly data: unknown;
}

export interface QueueOptions {
  readonly invoker: Invoker;
  readonly timetable: Timetable;
  readonly clock: SandboxClock;
  readonly chance: Chance;
  readonly delivery: DeliveryOptions;
  readonly onLog: (line: LogLine) => void;
}

/** Async events: at least once, in no order, again after a failure for up to 24 hours. */
export class Queue {
  readonly #options: QueueOptions;
  #eventCount = 0;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  /** Plans the deliveries of a push. */
  push(
    consumer: ConsumerModule,
    jobId: string,
    events: readonly PushedEvent[],
    origin: Origin,
  ): Job {
    const { clock, chance, delivery } = this.#options;
    const job: Job = { success: 0, inProgress: events.length, failed: 0, isCancelled: false };
    for (const event of events) {
      this.#eventCount += 1;
      const message: Message = {
        consumer,
        job,
        jobId,
        eventId: `event-${this.#eventCount}`,
        event,
        origin,
        pushedAtMs: clock.now(),
        isSettled: false,
      };
      const delayMs = (event.delayInSeconds ?? 0) * 1_000;
      for (const lagMs of queueLagsMs(chance, delivery)) {
        this.#plan(message, delayMs + lagMs, null);
      }
    }
    return job;
  }

  #plan(message: Message, delayMs: number, retry: Retry | null): void {
    this.#options.timetable.put({
      atMs: this.#options.clock.now() + delayMs,
      run: () => this.#deliver(message, retry),
    });
  }

  async #deliver(message: Message, retry: Retry | null): Promise<void> {
    if (message.job.isCancelled) return;
    const outcome = await this.#call(message, retry);
    if (outcome === null) {
      this.#settle(message, 'success');
      return;
    }
    const remainingMs = message.pushedAtMs + RETENTION_MS - this.#options.clock.now();
    if (outcome.delayMs > remainingMs) {
      this.#settle(message, 'failed');
      this.#log(message, `Queue event ${message.eventId} was dropped after 24 hours of failures`);
      return;
    }
    this.#plan(message, outcome.delayMs, outcome.retry);
  }

  /** The retry that the call makes necessary; null after success. */
  async #call(
    message: Message,
    retry: Retry | null,
  ): Promise<{ readonly delayMs: number; readonly retry: Retry } | null> {
    const count = (retry?.count ?? 0) + 1;
    try {
      const result = await this.#options.invoker.invoke({
        kind: 'consumer',
        functionKey: message.consumer.function,
        moduleKey: message.consumer.key,
        moduleType: 'core:consumer',
        accountId: null,
        request: this.#requestOf(message, retry),
        context: { installContext: SITE.installContext },
        origin: message.origin,
      });
      const asked = readRetryRequest(result);
      if (asked === null) return null;
      return {
        delayMs: asked.delayMs,
        retry: { count, reason: asked.reason, data: asked.data },
      };
    } catch (error) {
      if (!(error instanceof InvocationFailure)) throw error;
      const isLate = error.code === 'FUNCTION_TIME_OUT';
      const reason = isLate ? 'FUNCTION_TIME_OUT' : 'FUNCTION_PLATFORM_UNKNOWN_ERROR';
      const delayMs = Math.min(FIRST_BACKOFF_MS * 2 ** (count - 1), MAX_BACKOFF_MS);
      return { delayMs, retry: { count, reason, data: null } };
    }
  }

  #requestOf({ consumer, jobId, eventId, event, pushedAtMs }: Message, retry: Retry | null) {
    const remainingTimeMs = pushedAtMs + RETENTION_MS - this.#options.clock.now();
    const startTime = new Date(pushedAtMs).toISOString();
    return {
      ...event,
      queueName: consumer.queue,
      jobId,
      eventId,
      ...(retry === null
        ? {}
        : {
            retryContext: {
              retryCount: retry.count,
              retryReason: retry.reason,
              retryData: retry.data,
              retentionWindow: { startTime, remainingTimeMs },
            },
          }),
    };
  }

  #settle(message: Message, outcome: 'success' | 'failed'): void {
    if (message.isSettled) return;
    message.isSettled = true;
    message.job.inProgress -= 1;
    message.job[outcome] += 1;
  }

  #log(message: Message, text: string): void {
    this.#options.onLog({
      atMs: this.#options.clock.now(),
      level: 'error',
      source: 'platform',
      functionKey: message.consumer.function,
      text,
    });
  }
}
