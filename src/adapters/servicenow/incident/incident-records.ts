import type { EpochMs } from '../../../domain/time';

/** An incident as a timeline needs it; null is the instance's empty value, or a field that it hides. */
export interface IncidentRecord {
  readonly sysId: string;
  readonly number: string | null;
  readonly state: string;
  readonly holdReason: string | null;
  readonly category: string | null;
  /** The name is null where it is hidden. */
  readonly caller: { readonly sysId: string; readonly userName: string | null } | null;
  readonly shortDescription: string | null;
  readonly openedAt: EpochMs;
  readonly resolvedAt: EpochMs | null;
  readonly closedAt: EpochMs | null;
  readonly closeCode: string | null;
  readonly priority: string | null;
  /** sys_id. */
  readonly assignmentGroup: string | null;
  /** sys_id. */
  readonly assignedTo: string | null;
  readonly createdAt: EpochMs;
  readonly createdBy: string | null;
  readonly updatedAt: EpochMs;
  readonly updatedBy: string | null;
  /** Number of updates so far. */
  readonly modCount: number;
  /** No service level was breached. */
  readonly madeSla: boolean | null;
}

/** Fields whose changes make a timeline, as `sys_audit` names them. */
export const AUDITED_FIELDS = [
  'state',
  'hold_reason',
  'close_code',
  'assignment_group',
  'assigned_to',
  'reopen_count',
] as const;
export type AuditedField = (typeof AUDITED_FIELDS)[number];

/** One field's change, of `sys_audit`. */
export interface AuditRecord {
  readonly sysId: string;
  readonly incidentId: string;
  readonly field: AuditedField;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly user: string | null;
  readonly at: EpochMs;
  /** The incident's number of updates after it; 0 is its creation. null where an instance keeps none. */
  readonly checkpoint: number | null;
}

/** A comment or work note, of `sys_journal_field`. Its text is never read. */
export interface JournalRecord {
  readonly sysId: string;
  readonly incidentId: string;
  readonly isPublic: boolean;
  readonly user: string | null;
  readonly at: EpochMs;
}

/** A service level that an incident was measured by, of `task_sla`. */
export interface SlaRecord {
  readonly incidentId: string;
  readonly hasBreached: boolean;
}

export interface IncidentHistory {
  readonly incident: IncidentRecord;
  readonly audits: readonly AuditRecord[];
  readonly journal: readonly JournalRecord[];
  /** Of incidents that missed one; null: not asked for, or hidden. */
  readonly slas: readonly SlaRecord[] | null;
}
