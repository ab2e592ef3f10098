import type { EscalationPolicy } from '../domain/escalation/policy';
import type { EpochMs } from '../domain/time';

/** What a desk's AI hands off by, from a moment on. Written once the desk has taken it, never changed. */
export interface PolicyVersionRow {
  readonly deskId: string;
  /** 1, 2, … */
  readonly version: number;
  readonly publishedAt: EpochMs;
  readonly proposedBy: string;
  /** Of the second person; null when none was needed. */
  readonly approvedBy: string | null;
  readonly reason: string | null;
  readonly restoredFrom: number | null;
  readonly policy: EscalationPolicy;
}

/** A change that waits for a second person. */
export interface PolicyProposal {
  readonly proposalId: string;
  readonly at: EpochMs;
  readonly proposedBy: string;
  readonly reason: string | null;
  /** The version it would follow; 0: the first. */
  readonly basedOnVersion: number;
  readonly restoredFrom: number | null;
  readonly policy: EscalationPolicy;
}

/** Versions of escalation policies. One statement each; safe to repeat. */
export interface PolicyTables {
  /** Replaces by desk and version. */
  putPolicyVersions(rows: readonly PolicyVersionRow[]): Promise<void>;
  readPolicyVersion(deskId: string, version: number): Promise<PolicyVersionRow | null>;
  /** Newest first. */
  listPolicyVersions(deskId: string, limit: number): Promise<readonly PolicyVersionRow[]>;
  /**
   * The same; the desk's most frequent request types, and the tools that runs on its latest tickets
   * called, both in the order of their names.
   */
  readPolicyPage(query: {
    readonly deskId: string;
    readonly versions: number;
    readonly requestTypes: number;
    /** Of which runs are read. */
    readonly tickets: number;
  }): Promise<{
    readonly versions: readonly PolicyVersionRow[];
    readonly requestTypes: readonly string[];
    readonly tools: readonly string[];
  }>;
}
