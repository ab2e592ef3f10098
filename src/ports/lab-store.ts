import type { LabGroup } from '../domain/calibration/lab-group';
import type { Moments } from '../domain/kpi/moments';
import type { EpochMs } from '../domain/time';
import type { DayRange } from './report-store';

/** What the threshold lab learns from. */
export interface LabHistory {
  /** Mature episodes that AI was involved in, by confidence and fate. */
  readonly groups: readonly LabGroup[];
  /** How long mature episodes that people resolved were open, without paused states. */
  readonly humanTime: Moments;
}

export interface LabStore {
  /** One statement, and an answer that does not grow with the number of episodes. */
  readLabHistory(query: {
    readonly deskId: string;
    readonly period: DayRange;
    /** What is mature is decided by it. */
    readonly asOf: EpochMs;
    /** null: all of them. */
    readonly requestType: string | null;
  }): Promise<LabHistory>;
}
