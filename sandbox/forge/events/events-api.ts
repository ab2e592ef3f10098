import type { z } from 'zod';

import type { SandboxClock } from '../../clock';
import { currentInvocation } from '../app/invocation';
import { timeoutSeconds } from '../app/invoker';
import { functionModule } from '../manifest';
import type { ConsumerModule, Manifest } from '../manifest-schema';
import { RateLimit } from '../rate-limit';

import type { Job, Queue } from './queue';
import { jobSchema, pushSchema, type PushRequest } from './queue-schemas';

const KB = 1_024;
const EVENTS_PER_PUSH = 50;
const PUSH_BYTES = 200 * KB;
const LONG_CONSUMER_SECONDS = 55;
const LONG_CONSUMER_EVENT_BYTES = 100 * KB;
const EVENTS_PER_MINUTE = 500;
const PUSHES_PER_ORIGIN = 1_000;
const KEPT_JOBS = 10_000;

/** The platform's side of @forge/events. */
export class EventsApi {
  readonly #manifest: Manifest;
  readonly #queue: Queue;
  readonly #events: RateLimit;
  readonly #jobs = new Map<string, Job>();

  /** @param clock - what rates are measured by */
  constructor(manifest: Manifest, queue: Queue, clock: SandboxClock) {
    this.#manifest = manifest;
    this.#queue = queue;
    this.#events = new RateLimit(clock, EVENTS_PER_MINUTE, 60_000);
  }

  /** Null when the path is not one of this API. */
  handle(path: string, body: string): Response | null {
    switch (/^\/webhook\/queue\/(publish|stats|cancel)\//.exec(path)?.[1]) {
      case 'publish':
        return this.#publish(body);
      case 'stats':
        return this.#withJob(body, ({ success, inProgress, failed }) =>
          Response.json({ success, inProgress, failed }),
        );
      case 'cancel':
        return this.#withJob(body, (job) => {
          job.isCancelled = true;
          job.inProgress = 0;
          return new Response(null, { status: 204 });
        });
      default:
        return null;
    }
  }

  #publish(body: string): Response {
    const request = read(pushSchema, body);
    if ('problem' in request) return refusal(400, request.problem);
    const consumer = this.#consumerOf(request.data.queueName);
    if (consumer === null) {
      return refusal(400, `No consumer has the queue '${request.data.queueName}': declare one`);
    }
    const tooBig = this.#tooBig(request.data, consumer);
    if (tooBig !== null) return refusal(413, tooBig);
    const { jobId, payload } = request.data;
    const invocation = currentInvocation.getStore();
    const origin = invocation?.origin ?? { pushes: 0 };
    origin.pushes += 1;
    if (origin.pushes > PUSHES_PER_ORIGIN) return refusal(405, 'Too many pushes in one chain');
    if (!this.#events.take(payload.length)) return refusal(429, 'Too many events per minute');

    this.#remember(jobKey(request.data), this.#queue.push(consumer, jobId, payload, origin));
    invocation?.meter.count('queueEvents', payload.length);
    return new Response(null, { status: 201 });
  }

  #tooBig({ payload }: PushRequest, consumer: ConsumerModule): string | null {
    if (payload.length > EVENTS_PER_PUSH) {
      return `${payload.length} events in one push; the limit is ${EVENTS_PER_PUSH}`;
    }
    const bytes = Buffer.byteLength(JSON.stringify(payload));
    if (bytes > PUSH_BYTES) return `The push has ${bytes} bytes; the limit is 200 KB`;
    const seconds = timeoutSeconds(functionModule(this.#manifest, consumer.function), 'consumer');
    const largest = Math.max(...payload.map((event) => Buffer.byteLength(JSON.stringify(event))));
    if (seconds > LONG_CONSUMER_SECONDS && largest > LONG_CONSUMER_EVENT_BYTES) {
      return `An event has ${largest} bytes; the limit for consumers over 55 s is 100 KB`;
    }
    return null;
  }

  #withJob(body: string, answer: (job: Job) => Response): Response {
    const request = read(jobSchema, body);
    if ('problem' in request) return refusal(400, request.problem);
    const job = this.#jobs.get(jobKey(request.data));
    return job === undefined ? refusal(404, 'There is no such job') : answer(job);
  }

  #remember(key: string, job: Job): void {
    this.#jobs.set(key, job);
    if (this.#jobs.size <= KEPT_JOBS) return;
    const [oldest] = this.#jobs.keys();
    if (oldest !== undefined) this.#jobs.delete(oldest);
  }

  #consumerOf(queue: string): ConsumerModule | null {
    return this.#manifest.modules.consumer.find((each) => each.queue === queue) ?? null;
  }
}

const jobKey = (job: { readonly queueName: string; readonly jobId: string }): string =>
  `${job.queueName}/${job.jobId}`;

function read<T>(
  schema: z.ZodType<T>,
  body: string,
): { readonly data: T } | { readonly problem: string } {
  const parsed = schema.safeParse(JSON.parse(body));
  if (parsed.success) return { data: parsed.data };
  const issues = parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`);
  return { problem: issues.join('; ') };
}

/** The SDK reads `errorMessage` at 413 and `message` elsewhere. */
const refusal = (status: number, message: string): Response =>
  Response.json({ code: status, message, errorMessage: message }, { status });
