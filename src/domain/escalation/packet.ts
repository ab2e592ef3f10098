import type { RunStep } from '../run/agent-run';
import type { EpochMs } from '../time';
import type { HandOffReason } from './decision';

/** Everything that people get with a hand-off: names, figures and codes, no text of anybody. */
export interface HandOffPacket {
  readonly handOffId: string;
  /** The agent's registered name. */
  readonly agent: string;
  readonly reason: HandOffReason;
  readonly detail: string | null;
  readonly confidence: number | null;
  readonly threshold: number | null;
  readonly decidedAt: EpochMs;
  /** Oldest first, the one that was decided last. */
  readonly runs: readonly {
    readonly runId: string;
    readonly startedAt: EpochMs;
    readonly endedAt: EpochMs;
    readonly confidence: number | null;
    readonly result: string | null;
    readonly verifiedActions: number;
    readonly steps: readonly RunStep[];
    readonly traceUrl: string | null;
  }[];
  /** What a comment had no room for: the oldest runs, and the first steps of those that are there. */
  readonly leftOut: { readonly runs: number; readonly steps: number };
}
