import type { DoubtfulActor } from '../domain/timeline/doubtful-actors';
import type { Definition, DeskProfile } from '../domain/outcome/definition';
import type { OverridePolicy } from '../domain/outcome/override-policy';
import type { Verdict } from '../domain/outcome/verdict';
import type { DeskDay, EpochMs } from '../domain/time';
import type { Source } from '../domain/timeline/source';
import type { RecordedEvent } from '../domain/timeline/recorded-event';
import type { Ticket } from '../domain/timeline/ticket';
import type { RollupDimension } from '../domain/kpi/rollup';
import type { PolicyInForce } from '../domain/escalation/policy';
import type { HandOffRow } from './hand-off-tables';
import type { PolicyProposal } from './policy-tables';
import type { DefinitionChange, DeskDecision } from './settings-records';

/** A ticket as stored: facts, events, and how far scoring and tagging have got with them. */
export interface StoredTicket {
  readonly ticket: Ticket;
  readonly events: readonly RecordedEvent[];
  /** Comments that were deleted: telling of them late does not bring them back. */
  readonly deletedComments: readonly string[];
  /** Request ids of overrides that were taken back: telling of them late does not bring them back. */
  readonly undoneOverrides: readonly string[];
  /** What people did to it and the audit does not say yet; written when it is settled. */
  readonly owedAudit: readonly OwedAudit[];
  /** Optimistic lock; 1 after the first save. */
  readonly version: number;
  /** Its verdicts were written as episodes and their days marked. */
  readonly isSettled: boolean;
  /** What `tagFingerprint` says was written on the ticket. */
  readonly isTagged: boolean;
  /** The verdicts as last settled, so that the next scoring can tell what changed. */
  readonly settledVerdicts: readonly SettledVerdict[];
  /** What the roll-up of the opening day was told of the ticket; null before the first settling. */
  readonly settledFacts: string | null;
  /** What the ticket's tags say, or should; null before the first. */
  readonly tagFingerprint: string | null;
  /** The desk's own history is recorded whole up to this `updated` stamp; null before any. */
  readonly historyUpTo: EpochMs | null;
  /** The desk's own history should be read: facts are missing, or a change did not connect. */
  readonly needsSnapshot: boolean;
  /** Number and hash of the ticket's last audit entry; 0 and '' before the first. */
  readonly auditSeq: number;
  readonly auditHash: string;
  /** When the desk deleted it; its facts and events are gone then. */
  readonly deletedAt: EpochMs | null;
}

/** How far a ticket's history is known, as `StoredTicket` has it. */
export interface StoredStamp {
  readonly ticketId: string;
  readonly deskId: string;
  readonly historyUpTo: EpochMs | null;
}

/** An entry of the audit without its place in the chain. */
export type OwedAudit = Pick<AuditEntry, 'at' | 'action' | 'detail'>;

/** Enough of a settled verdict to see a change and to find the roll-up day it counted on. */
export interface SettledVerdict {
  readonly fingerprint: string;
  readonly day: DeskDay;
  readonly outcome: string;
  readonly rule: string;
}

/** Another ticket of the same desk, requester and request type (rule 10). */
export interface ContactRow {
  readonly ticketId: string;
  readonly subject: readonly string[];
  readonly openedAt: EpochMs;
  /** Latest resolution; null while open. */
  readonly lastResolvedAt: EpochMs | null;
}

export interface TicketPlace {
  readonly deskId: string;
  readonly openedAt: EpochMs;
}

/** One row per episode: what roll-ups are made of and what a drill-down lists. */
export interface EpisodeRow extends Verdict {
  readonly ticketId: string;
  readonly deskId: string;
  readonly requestType: string | null;
  readonly priority: string | null;
  /** Day of `decidedAt`, else of `openedAt`, on the desk's clock. */
  readonly day: DeskDay;
  readonly definitionVersion: number;
  /** At most three; empty when there is no doubt. */
  readonly doubtfulActors: readonly DoubtfulActor[];
}

/** Ticket-level facts for the roll-up of the day it was opened. */
export interface TicketFacts {
  readonly ticketId: string;
  readonly openedDay: DeskDay;
  readonly requestType: string | null;
  readonly priority: string | null;
  readonly openedAt: EpochMs;
  readonly nativeResolvedAt: EpochMs | null;
  /** Moves from done to not done. */
  readonly reopenMoves: number;
  readonly isOpen: boolean;
}

export interface RollupRow {
  readonly deskId: string;
  readonly day: DeskDay;
  readonly dimension: RollupDimension;
  readonly segment: string;
  readonly definitionVersion: number;
  /** A serialised tally (`domain/kpi/tally`). */
  readonly tally: string;
  /** The same without the bins of its histograms: small, and enough for a trend. */
  readonly summary: string;
  readonly computedAt: EpochMs;
}

/** The merged tally of a desk's last days, so that a page need not merge histograms of many days. */
export interface WindowRow {
  readonly deskId: string;
  /** Length; the last day is that of `computedAt`. */
  readonly days: number;
  readonly definitionVersion: number;
  readonly tally: string;
  /** A serialised `WindowSummary` (`domain/kpi/window-summary`): small, and enough to compare desks. */
  readonly summary: string;
  readonly computedAt: EpochMs;
}

/** A desk, how it is measured, how far its history is read, and where it stands. */
export interface DeskRow {
  /** `jira:<project id>` or `servicenow:<desk key>`. */
  readonly deskId: string;
  readonly source: Source;
  /** Project key, e.g. `IT`; of a ServiceNow desk a name of ours, e.g. `sn-acme`. */
  readonly key: string;
  /** What people call it where its key says little; null: the key. */
  readonly name: string | null;
  readonly profile: DeskProfile;
  readonly definition: Definition;
  readonly definitionVersion: number;
  /** Oldest first; the last 100. */
  readonly definitionChanges: readonly DefinitionChange[];
  readonly overridePolicy: OverridePolicy;
  /** When its AI agents hand off; null: nobody has said, and nothing is handed off. */
  readonly escalation: PolicyInForce | null;
  /** A change of it that waits for a second person. */
  readonly policyProposal: PolicyProposal | null;
  /** Decisions whose records are still to be written, oldest first. */
  readonly unrecorded: readonly DeskDecision[];
  /** When the app learnt of the desk; null for desks that an older app registered. */
  readonly knownSince: EpochMs | null;
  /** As of the last refresh; null before the first. */
  readonly standing: DeskStanding | null;
  readonly backfill: BackfillState;
  /**
   * All tickets are to be judged again, those after this id are left; null: no such work. `writesAll`:
   * each is written, whether its verdict changed or not.
   */
  readonly rescore: {
    readonly mark: string;
    readonly after: string;
    readonly writesAll?: boolean;
  } | null;
  /** When tags were last written in bulk: those writes are no changes worth reading again. */
  readonly taggedInBulk: { readonly from: EpochMs; readonly to: EpochMs } | null;
  /** Recent tickets have been compared with the desk up to this moment; null before. */
  readonly reconciledTo: EpochMs | null;
  /** What judged its tickets last, as `SCORER_VERSION`: older verdicts lack what a newer app keeps. */
  readonly scoredBy: number;
  /** All that is kept of it is being deleted: nobody is shown it, and nothing is added. */
  readonly isLeaving: boolean;
  /** Optimistic lock; 1 after the first save. */
  readonly version: number;
}

export interface DeskStanding {
  readonly asOf: EpochMs;
  readonly openTickets: number;
  /** Median opening time of open tickets, so that the median age is `now` minus it; null without. */
  readonly openMedianOpenedAt: EpochMs | null;
  /** When the first pending episode becomes mature; null when none waits. */
  readonly nextMaturesAt: EpochMs | null;
  /** Format of the roll-ups beside it (`TALLY_FORMAT`); left out by versions that knew one only. */
  readonly tallyFormat?: number;
}

export interface BackfillState {
  readonly status: 'none' | 'running' | 'paused' | 'done' | 'failed';
  /** Opaque to all but the ticket source; null at the start. */
  readonly cursor: string | null;
  readonly ticketsDone: number;
  /** Estimate from the desk; null when unknown. */
  readonly ticketsTotal: number | null;
  /** Tickets that could not be read, each logged by id. */
  readonly ticketsUnreadable: number;
  readonly startedAt: EpochMs | null;
  readonly finishedAt: EpochMs | null;
  /** Earliest opening time read so far: figures are complete from here once it is done. */
  readonly completeFrom: EpochMs | null;
  /** Why it failed or waits, as an AppError kind; null otherwise. */
  readonly problem: string | null;
}

/** Append-only. The chain is per subject: a ticket id, `desk:` and a desk id, or `site`. */
export interface AuditEntry {
  readonly subject: string;
  /** 1, 2, … within the subject; a duplicate is refused. */
  readonly seq: number;
  readonly at: EpochMs;
  /** `outcome-decided`, `outcome-restated`, `settings-published`, … */
  readonly action: string;
  /** JSON: ids and figures, and what people gave as the reason of an override. */
  readonly detail: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** Columns derived from a ticket's events, kept so that SQL can find it. */
export interface DerivedFacts {
  readonly openedDay: DeskDay;
  /** Groups tickets that rule 10 can connect; null: it concerns no other. */
  readonly contactKey: string | null;
  readonly lastResolvedAt: EpochMs | null;
  readonly isOpen: boolean;
  readonly reopenMoves: number;
}

export interface TicketWrite {
  readonly next: StoredTicket;
  readonly facts: DerivedFacts;
}

/** All that judging one ticket needs. */
export interface TicketContext {
  readonly desk: DeskRow | null;
  readonly stored: StoredTicket | null;
  readonly contacts: readonly ContactRow[];
  /** Runs that name the ticket and are without one. */
  readonly unmatchedRuns: number;
  /** Oldest decision first; empty unless they were asked for. */
  readonly handOffs: readonly HandOffRow[];
}
