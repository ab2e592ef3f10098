import type { TelemetryStatus } from '../../../src/contract';

/** What of telemetry needs an administrator. */
export interface TelemetryTrouble {
  /** Runs that belong to no ticket. */
  readonly unmatchedRuns: number;
  /** Hand-offs that were tried and wait, for Jira did not take them. */
  readonly stoppedHandOffs: number;
}

/** @param status - null while it is not known: nothing is said of it then */
export const telemetryTrouble = (
  status: Pick<TelemetryStatus, 'unmatched' | 'handOffs'> | null,
): TelemetryTrouble => ({
  unmatchedRuns: status?.unmatched.reduce((sum, { runs }) => sum + runs, 0) ?? 0,
  stoppedHandOffs: status?.handOffs.filter(({ problem }) => problem !== null).length ?? 0,
});
