/** What one REST endpoint was asked for. */
export interface RestUsage {
  readonly requests: number;
  /** What the product charged against its hourly quota. */
  readonly points: number;
}

/** What running code used of the platform: sums, so that they can be added and subtracted. */
export interface Usage {
  readonly invocations: number;
  /** Invocations that threw, timed out or broke a limit. */
  readonly failures: number;
  /** Real duration in seconds × memory in GB, as functions are billed. */
  readonly gbSeconds: number;
  /** By endpoint template, e.g. `GET /rest/api/3/issue/{key}`. */
  readonly rest: Readonly<Record<string, RestUsage>>;
  readonly sqlSelects: number;
  /** INSERT, UPDATE, DELETE, REPLACE. */
  readonly sqlWrites: number;
  readonly sqlDdl: number;
  /** Real time inside the database engine. */
  readonly sqlMs: number;
  readonly kvsReads: number;
  readonly kvsWrites: number;
  /** Units of 10 KB, each item rounded up (a batch as a whole). */
  readonly kvsReadUnits: number;
  readonly kvsWriteUnits: number;
  readonly kvsBytesRead: number;
  readonly kvsBytesWritten: number;
  /** Events pushed to queues. */
  readonly queueEvents: number;
  readonly logLines: number;
  readonly logBytes: number;
}

export type UsageCount = Exclude<keyof Usage, 'rest'>;

const NOTHING: Readonly<Record<UsageCount, number>> = {
  invocations: 0,
  failures: 0,
  gbSeconds: 0,
  sqlSelects: 0,
  sqlWrites: 0,
  sqlDdl: 0,
  sqlMs: 0,
  kvsReads: 0,
  kvsWrites: 0,
  kvsReadUnits: 0,
  kvsWriteUnits: 0,
  kvsBytesRead: 0,
  kvsBytesWritten: 0,
  queueEvents: 0,
  logLines: 0,
  logBytes: 0,
};
const COUNTS = Object.keys(NOTHING) as readonly UsageCount[];

export const NO_USAGE: Usage = { ...NOTHING, rest: {} };

/** `a` + `factor` × `b`; endpoints that come to no request are left out. */
export function addUsage(a: Usage, b: Usage, factor = 1): Usage {
  const counts = { ...NOTHING };
  for (const name of COUNTS) counts[name] = a[name] + factor * b[name];
  const rest: Record<string, RestUsage> = { ...a.rest };
  for (const [endpoint, used] of Object.entries(b.rest)) {
    const before = rest[endpoint] ?? { requests: 0, points: 0 };
    rest[endpoint] = {
      requests: before.requests + factor * used.requests,
      points: before.points + factor * used.points,
    };
  }
  return {
    ...counts,
    rest: Object.fromEntries(Object.entries(rest).filter(([, used]) => used.requests !== 0)),
  };
}

export const subtractUsage = (a: Usage, b: Usage): Usage => addUsage(a, b, -1);

/** One usage that sums up all: for a total over functions. */
export const sumUsage = (all: Iterable<Usage>): Usage =>
  [...all].reduce((sum, each) => addUsage(sum, each), NO_USAGE);

export interface RestTotals {
  readonly requests: number;
  readonly points: number;
}

export const restTotals = (usage: Usage): RestTotals =>
  Object.values(usage.rest).reduce(
    (sum, used) => ({ requests: sum.requests + used.requests, points: sum.points + used.points }),
    { requests: 0, points: 0 },
  );
