import type { SandboxClock } from '../clock';
import { JiraFault } from './fault';

export interface JiraLimits {
  readonly pointsPerHour: number;
  /** Requests per second and endpoint, by method. */
  readonly burstPerSecond: Readonly<Record<string, number>>;
  /** Where an endpoint has a limit of its own, by `METHOD template`. */
  readonly burstOverrides: Readonly<Record<string, number>>;
  /** Writes of one issue. */
  readonly issueWrites: readonly { readonly count: number; readonly windowMs: number }[];
}

export const JIRA_CLOUD_LIMITS: JiraLimits = {
  pointsPerHour: 65_000,
  burstPerSecond: { GET: 100, POST: 100, PUT: 50, DELETE: 50 },
  burstOverrides: { 'GET /rest/api/3/issue/{issue}': 150 },
  issueWrites: [
    { count: 20, windowMs: 2_000 },
    { count: 100, windowMs: 30_000 },
  ],
};

const HOUR_MS = 3_600_000;
const SECOND_MS = 1_000;
/** Above this share of the quota, Jira tells what is left. */
const NEAR = 0.8;

/** Jira's three systems of rate limits, by the injected clock. */
export class RateLimiter {
  #hour = -1;
  #points = 0;
  readonly #requests = new Map<string, number[]>();
  readonly #writes = new Map<string, number[]>();

  constructor(
    private readonly clock: SandboxClock,
    readonly limits: JiraLimits,
  ) {}

  /** Points charged in the hour that runs. */
  get pointsThisHour(): number {
    this.#turnHour();
    return this.#points;
  }

  charge(points: number): void {
    this.#turnHour();
    this.#points += points;
  }

  /**
   * Lets a request in, or throws the 429 that Jira would answer.
   *
   * @param isFree - it costs no points, and the hourly quota does not keep it out
   */
  admit(method: string, template: string, { isFree }: { readonly isFree: boolean }): void {
    this.#turnHour();
    const nowMs = this.clock.now();
    const endpoint = `${method} ${template}`;
    const burst =
      this.limits.burstOverrides[endpoint] ?? this.limits.burstPerSecond[method] ?? Infinity;
    if (!take(this.#requests, endpoint, nowMs, [{ count: burst, windowMs: SECOND_MS }])) {
      throw this.#refusal('jira-burst-based', SECOND_MS, burst);
    }
    if (!isFree && this.#points >= this.limits.pointsPerHour) {
      const waitMs = HOUR_MS - (nowMs % HOUR_MS);
      throw this.#refusal('jira-quota-global-based', waitMs, this.limits.pointsPerHour);
    }
  }

  /** Counts a write of each issue; throws when one of them has had too many. */
  admitWrites(issueIds: readonly string[]): void {
    const nowMs = this.clock.now();
    for (const issueId of issueIds) {
      if (take(this.#writes, issueId, nowMs, this.limits.issueWrites)) continue;
      const [shortest] = this.limits.issueWrites;
      const waitMs = shortest?.windowMs ?? SECOND_MS;
      throw this.#refusal('jira-per-issue-on-write', waitMs, shortest?.count ?? 0);
    }
  }

  /** The headers that each response carries. */
  headers(): Readonly<Record<string, string>> {
    this.#turnHour();
    const { pointsPerHour } = this.limits;
    if (!Number.isFinite(pointsPerHour)) return {};
    const nowMs = this.clock.now();
    const leftMs = HOUR_MS - (nowMs % HOUR_MS);
    const remaining = Math.max(0, pointsPerHour - this.#points);
    const isNear = this.#points > pointsPerHour * NEAR;
    const policy = '"jira-quota-global-based"';
    return {
      'X-RateLimit-Limit': String(pointsPerHour),
      'X-RateLimit-Remaining': String(remaining),
      'X-RateLimit-Reset': new Date(nowMs + leftMs).toISOString(),
      'X-RateLimit-NearLimit': String(isNear),
      'RateLimit-Policy': `${policy};q=${pointsPerHour};w=${HOUR_MS / SECOND_MS}`,
      ...(isNear
        ? { RateLimit: `${policy};r=${remaining};t=${Math.ceil(leftMs / SECOND_MS)}` }
        : {}),
    };
  }

  #turnHour(): void {
    const hour = Math.floor(this.clock.now() / HOUR_MS);
    if (hour === this.#hour) return;
    this.#hour = hour;
    this.#points = 0;
    // Windows are seconds long, so that an hour later none of them matters.
    this.#requests.clear();
    this.#writes.clear();
  }

  #refusal(reason: string, waitMs: number, limit: number): JiraFault {
    return new JiraFault(
      429,
      'Rate limit exceeded.',
      {},
      {
        ...this.headers(),
        'Retry-After': String(Math.max(1, Math.ceil(waitMs / SECOND_MS))),
        'RateLimit-Reason': reason,
        'X-RateLimit-Limit': String(limit),
        'X-RateLimit-Remaining': '0',
      },
    );
  }
}

/** Sliding windows: a taken place is free again when its window has passed. */
function take(
  taken: Map<string, number[]>,
  key: string,
  nowMs: number,
  windows: readonly { readonly count: number; readonly windowMs: number }[],
): boolean {
  const longestMs = Math.max(0, ...windows.map(({ windowMs }) => windowMs));
  const times = (taken.get(key) ?? []).filter((atMs) => atMs > nowMs - longestMs);
  taken.set(key, times);
  const isFull = windows.some(
    ({ count, windowMs }) => times.filter((atMs) => atMs > nowMs - windowMs).length >= count,
  );
  if (!isFull) times.push(nowMs);
  return !isFull;
}
