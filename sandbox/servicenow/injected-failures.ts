import type { Chance } from '../demo/chance';
import type { InstanceRequest } from './rest/instance-request';

/** What comes instead of the instance's answer. */
export type FailureAnswer =
  | {
      /** A refusal in ServiceNow's shape. */
      readonly kind: 'status';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** No answer until the signal ends the request. */
  | { readonly kind: 'silence' }
  /** As silence, but the time until the client gave up has passed already. */
  | { readonly kind: 'timed-out' }
  /** The connection breaks. */
  | { readonly kind: 'lost' }
  /** A page for people, as of an instance that sleeps or of a proxy. */
  | { readonly kind: 'html'; readonly status?: number }
  /** The true answer up to the middle of its body. */
  | { readonly kind: 'cut' }
  /** The true answer, but that the instance gave up behind the records that it got to. */
  | { readonly kind: 'broken-off' }
  /** JSON in which nothing has the type that it should have. */
  | { readonly kind: 'wrong-types' }
  | { readonly kind: 'redirect'; readonly to: string }
  /** A body of that many bytes, made as it is read. */
  | { readonly kind: 'huge'; readonly bytes: number; readonly saysLength?: boolean };

export interface InstanceFailure {
  readonly answer: FailureAnswer;
  /** `after`: the request took effect, and only its answer is another one; `before` without it. */
  readonly when?: 'before' | 'after';
  /** Which requests it hits, by `METHOD /path?query`, or by what is asked; all without it. */
  readonly matches?: RegExp | ((request: InstanceRequest) => boolean);
  /** How many of them; one without it. */
  readonly times?: number;
  /** Hits only some of these, by a chance of its own. */
  readonly luck?: { readonly chance: Chance; readonly share: number };
}

/** A 429 as the instance's rate limits answer it. */
export const rateLimited = (retryAfterSeconds: number, resetAtMs: number): FailureAnswer => ({
  kind: 'status',
  status: 429,
  headers: {
    'Retry-After': String(retryAfterSeconds),
    'X-RateLimit-Limit': '1000',
    'X-RateLimit-Reset': String(Math.ceil(resetAtMs / 1_000)),
    'X-RateLimit-Rule': 'Table API',
  },
});

/** The failures that an instance was told to have. */
export class InstanceFailures {
  #waiting: { readonly failure: InstanceFailure; left: number }[] = [];

  add(failure: InstanceFailure): void {
    this.#waiting.push({ failure, left: failure.times ?? 1 });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The failure that hits a request, which is then used up by one. */
  take(request: InstanceRequest): InstanceFailure | null {
    const hit = this.#waiting.find(({ failure }) => hits(failure, request));
    if (hit === undefined) return null;
    hit.left -= 1;
    if (hit.left <= 0) this.#waiting.splice(this.#waiting.indexOf(hit), 1);
    return hit.failure;
  }
}

function hits({ matches = /./, luck }: InstanceFailure, request: InstanceRequest): boolean {
  const { method, url } = request;
  const isMeant =
    matches instanceof RegExp
      ? matches.test(`${method} ${url.pathname}${url.search}`)
      : matches(request);
  return isMeant && (luck === undefined || luck.chance.happens(luck.share));
}
