import type { HandOffReason } from '../domain/escalation/decision';
import type { Attempt } from '../domain/feedback/place-of-run';
import type { EpochMs } from '../domain/time';
import type { EpisodeRow } from './score-records';

/** An export of labelled outcomes, and how far it has got. */
export interface FeedbackExportRow {
  readonly exportId: string;
  /** 1, 2, …: the highest is the latest. */
  readonly exportNo: number;
  /** Optimistic lock; 1 after the first save. */
  readonly version: number;
  /** Runs that ended later are not in it, and what is mature is decided by it. */
  readonly startedAt: EpochMs;
  /** When it last got further. */
  readonly progressedAt: EpochMs;
  readonly finishedAt: EpochMs | null;
  /** Leaves out lines that earlier exports told alike. */
  readonly sinceLast: boolean;
  /** Exports that never finished: what they told nobody has. */
  readonly ignored: readonly string[];
  /** Runs up to this one are in it; null: none yet. */
  readonly after: { readonly endedAt: EpochMs; readonly runId: string } | null;
  /** Lines so far. */
  readonly lines: number;
  /** Ids of its parts, in their order. A part that is not named here is none. */
  readonly partIds: readonly string[];
  /** Lines that it has told, and `feedback_told` does not say so yet. */
  readonly untold: readonly ToldLine[];
}

/** What a job needs besides. */
export interface FeedbackWork extends FeedbackExportRow {
  /** Whole lines that are not enough for a part yet. */
  readonly rest: string;
}

/** Which line an export told of a run. */
export interface ToldLine {
  readonly runId: string;
  /** 16 hex digits; another line has another. */
  readonly fingerprint: string;
}

/** A hand-off, as a line tells it. */
export interface ToldHandOff {
  readonly runId: string;
  readonly reason: HandOffReason;
}

/** Exports of labelled outcomes, and what their lines are made of. One statement each; safe to repeat. */
export interface FeedbackTables {
  readLatestFeedbackExport(): Promise<FeedbackExportRow | null>;
  /** null: there is none of this id, or no longer. */
  readFeedbackWork(exportId: string): Promise<FeedbackWork | null>;
  /** Saves with `version` + 1 if nobody was first (`version` 0: no export of this number may exist). */
  saveFeedbackWork(work: FeedbackWork): Promise<'saved' | 'conflict'>;
  /** Replaces by export and part. Each part has at most 250 kB; a statement takes two or three. */
  putFeedbackParts(
    exportId: string,
    parts: readonly { readonly partId: string; readonly lines: string }[],
  ): Promise<void>;
  readFeedbackLines(exportId: string, partId: string): Promise<string | null>;
  /** What was last told of these runs, and by which export. One statement a chunk of 250. */
  readToldLines(
    runIds: readonly string[],
  ): Promise<ReadonlyMap<string, ToldLine & { readonly exportId: string }>>;
  /** Replaces by run. */
  putToldLines(exportId: string, lines: readonly ToldLine[]): Promise<void>;
  /** Exports that were started before, with their parts. Two statements. */
  dropFeedbackExports(startedBefore: EpochMs): Promise<void>;

  /** All episodes of the tickets, oldest first. One statement a page of 1,000 rows. */
  readEpisodesOfTickets(
    ticketIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly EpisodeRow[]>>;
  /** When the runs of the tickets ended. One statement a chunk of 250. */
  readAttempts(ticketIds: readonly string[]): Promise<ReadonlyMap<string, readonly Attempt[]>>;
  /** Hand-offs of the tickets, but for those that were called off. One statement a chunk of 250. */
  readHandOffReasons(ticketIds: readonly string[]): Promise<readonly ToldHandOff[]>;
}
