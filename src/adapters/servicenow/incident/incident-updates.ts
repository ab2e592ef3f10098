import { epochMs, type EpochMs } from '../../../domain/time';
import type {
  AuditedField,
  AuditRecord,
  IncidentHistory,
  IncidentRecord,
} from './incident-records';

/** An incident right after one of its updates, as far as timelines ask. */
export interface IncidentState {
  readonly state: string;
  readonly holdReason: string | null;
  readonly closeCode: string | null;
  readonly assignmentGroup: string | null;
  readonly assignedTo: string | null;
}

/** One save of the form, however many fields it changed. The first is the creation. */
export interface IncidentUpdate {
  /** Number of updates after it; ascending, 0 for the creation. */
  readonly checkpoint: number;
  readonly at: EpochMs;
  /** User name; null when the instance does not say. */
  readonly by: string | null;
  readonly after: IncidentState;
}

/**
 * The updates of an incident in the order in which they were made, rebuilt from its audit: creation
 * first, with what the fields held before their first change. Instances that audit creations and those
 * that do not come to the same.
 *
 * A clock that runs backwards is held at the update before, as the nodes of an instance may differ.
 */
export function incidentUpdates({
  incident,
  audits,
}: Omit<IncidentHistory, 'journal'>): readonly IncidentUpdate[] {
  const ordered = [...audits].sort(inOrder);
  const saves = groupSaves(ordered);
  const creation = saves.find(({ checkpoint }) => checkpoint === 0);
  let after = initialState(incident, ordered);
  let clock = epochMs(Math.max(incident.openedAt, creation?.at ?? incident.createdAt));
  const updates: IncidentUpdate[] = [
    { checkpoint: 0, at: clock, by: creation?.by ?? incident.createdBy, after },
  ];
  for (const save of saves) {
    if (save === creation) continue;
    clock = epochMs(Math.max(clock, save.at));
    after = save.changes.reduce(applyChange, after);
    updates.push({ checkpoint: save.checkpoint, at: clock, by: save.by, after });
  }
  return updates;
}

interface Save {
  readonly checkpoint: number;
  readonly at: EpochMs;
  readonly by: string | null;
  readonly changes: readonly AuditRecord[];
}

/** By the count of updates, which no clock can disturb; by time where an instance keeps none. */
function inOrder(a: AuditRecord, b: AuditRecord): number {
  if (a.checkpoint !== null && b.checkpoint !== null && a.checkpoint !== b.checkpoint) {
    return a.checkpoint - b.checkpoint;
  }
  return a.at - b.at || (a.sysId < b.sysId ? -1 : 1);
}

function groupSaves(ordered: readonly AuditRecord[]): readonly Save[] {
  const saves: { checkpoint: number; at: EpochMs; by: string | null; changes: AuditRecord[] }[] =
    [];
  for (const audit of ordered) {
    const last = saves.at(-1);
    const previous = last?.changes.at(-1);
    const isSame =
      previous !== undefined &&
      previous.checkpoint === audit.checkpoint &&
      (audit.checkpoint !== null || (previous.at === audit.at && previous.user === audit.user));
    if (isSame && last !== undefined) {
      last.changes.push(audit);
      continue;
    }
    const checkpoint = audit.checkpoint ?? (last?.checkpoint ?? 0) + 1;
    saves.push({ checkpoint, at: audit.at, by: audit.user, changes: [audit] });
  }
  return saves;
}

/** What each field held at first: what its first change came from, else what it holds now. */
function initialState(incident: IncidentRecord, ordered: readonly AuditRecord[]): IncidentState {
  const firstOf = (field: AuditedField, now: string | null): string | null => {
    const first = ordered.find((audit) => audit.field === field);
    if (first === undefined) return now;
    return first.checkpoint === 0 ? first.newValue : first.oldValue;
  };
  return {
    state: firstOf('state', incident.state) ?? '',
    holdReason: firstOf('hold_reason', incident.holdReason),
    closeCode: firstOf('close_code', incident.closeCode),
    assignmentGroup: firstOf('assignment_group', incident.assignmentGroup),
    assignedTo: firstOf('assigned_to', incident.assignedTo),
  };
}

function applyChange(before: IncidentState, { field, newValue }: AuditRecord): IncidentState {
  switch (field) {
    case 'state':
      return { ...before, state: newValue ?? '' };
    case 'hold_reason':
      return { ...before, holdReason: newValue };
    case 'close_code':
      return { ...before, closeCode: newValue };
    case 'assignment_group':
      return { ...before, assignmentGroup: newValue };
    case 'assigned_to':
      return { ...before, assignedTo: newValue };
    case 'reopen_count':
      return before;
  }
}
