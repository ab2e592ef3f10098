/** What running work uses of Jira and of the database. */
export interface Usage {
  readonly restRequests: number;
  /** By Jira's published prices: 1 a request, 1 an object, 2 a person. */
  readonly restPoints: number;
  readonly sqlStatements: number;
}

/** Counts what one invocation does, whatever else runs beside it. */
export interface UsageMeter {
  /** Runs the work; `used` tells, at any time, what it has used so far. */
  measure<T>(work: (used: () => Usage) => Promise<T>): Promise<T>;
}
