import type { Tally } from '../domain/kpi/tally';
import type { MeasurementSettings } from '../domain/outcome/measurement-settings';
import type { Outcome } from '../domain/outcome/outcome';
import type { DeskDay, EpochMs } from '../domain/time';
import type { PolicyVersionRow } from './policy-tables';

/** What a desk was measured by from a moment on. Written once the desk has taken it, never changed. */
export interface SettingsVersionRow {
  readonly deskId: string;
  /** 1, 2, … */
  readonly version: number;
  readonly publishedAt: EpochMs;
  /** Whose decision it was; null: the settings a desk starts with. */
  readonly accountId: string | null;
  readonly reason: string | null;
  /** The version whose settings these are again; null for new ones. */
  readonly restoredFrom: number | null;
  readonly settings: MeasurementSettings;
}

/** Since when a version holds; version 1 is no change. */
export interface DefinitionChange {
  readonly version: number;
  readonly publishedAt: EpochMs;
  /** The day of it, on the desk's clock of now. */
  readonly day: DeskDay;
}

/**
 * A person's decision that the desk has taken. It stays on the desk's row until its records are
 * written, so that a crash in between loses none of them.
 */
export interface DeskDecision {
  readonly at: EpochMs;
  readonly action: string;
  /** JSON, different for each decision: an entry with it is this one. */
  readonly detail: string;
  /** Of a publication of settings; null otherwise. */
  readonly version: SettingsVersionRow | null;
  /** Of a publication of an escalation policy; left out otherwise. */
  readonly policyVersion?: PolicyVersionRow;
}

export interface OutcomeMove {
  readonly from: Outcome;
  readonly to: Outcome;
  readonly episodes: number;
}

/** A desk's newest preview: what a draft of its settings would have made of its last days. */
export interface PreviewRow {
  readonly deskId: string;
  readonly previewId: string;
  /** Optimistic lock. */
  readonly version: number;
  /** When it was started: both sides are judged as of then. */
  readonly asOf: EpochMs;
  readonly periodDays: number;
  readonly current: PreviewSide;
  readonly draft: PreviewSide;
  readonly moves: readonly OutcomeMove[];
  /** Which registry of actors judged; null before the first ticket. */
  readonly registryDigest: string | null;
  /** Tickets up to this id are counted. */
  readonly after: string;
  readonly isDone: boolean;
  readonly ticketsDone: number;
  readonly ticketsTotal: number;
}

export interface PreviewSide {
  readonly settings: MeasurementSettings;
  /** Of the tickets counted so far. */
  readonly tally: Tally;
}
