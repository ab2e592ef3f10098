import type { DurationMs, EpochMs } from '../time';
import type { Evidence, Outcome, RuleName } from './outcome';

/** What became of one episode, why, and the figures that the KPIs are made of. */
export interface Verdict {
  /** 0 for the ticket's first episode. */
  readonly ordinal: number;
  readonly openedAt: EpochMs;
  /** null while the episode is open. */
  readonly resolvedAt: EpochMs | null;
  readonly outcome: Outcome;
  readonly rule: RuleName;
  readonly reason: string | null;
  /** Known for rules 9, 10, 12 and 13 only. */
  readonly evidence: Evidence | null;
  readonly firstContact: boolean;
  /** null: not decided, so in no cohort. */
  readonly decidedAt: EpochMs | null;
  /** `decidedAt` + window: mature once `asOf` has reached it. */
  readonly maturesAt: EpochMs | null;
  /** Id of the agent of the first AI act; null without one. */
  readonly aiAgentId: string | null;
  /** Of the episode's last run that reported one, 0..1. */
  readonly confidence: number | null;
  /** An `unknown` actor acted in the episode. */
  readonly isTouchedByUnknown: boolean;
  /**
   * Rule 10's test, asked of every resolution by `ai` (rules 9 to 13) or by people, whatever rule
   * decided; null where it is not asked.
   */
  readonly hasRepeatContact: boolean | null;
  /** Last rating of episode and aftermath, 1..5; null when nobody rated. */
  readonly rating: number | null;
  /** `resolvedAt` − `openedAt`: what the requester waits. The three are null while open. */
  readonly episodeMs: DurationMs | null;
  /** Without the time in `paused` states. */
  readonly activeMs: DurationMs | null;
  /** On the desk's calendar; null too when the desk has none. */
  readonly businessMs: DurationMs | null;
  /** `resolvedAt` − first AI act; null without either. */
  readonly machineMs: DurationMs | null;
}

/** Its window has ended at `asOf`: only mature verdicts are in a rate (rule book, section 1). */
export const isMature = ({ maturesAt }: Pick<Verdict, 'maturesAt'>, asOf: EpochMs): boolean =>
  maturesAt !== null && maturesAt <= asOf;
