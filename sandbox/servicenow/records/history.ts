import type { Row } from '../schema/field';
import type { InstanceStore } from '../store';

export interface Stamp {
  readonly time: string;
  /** user_name. */
  readonly by: string;
}

export type JournalElement = 'comments' | 'work_notes';

/** System fields are not audited, nor what the instance works out by itself over and over. */
const isAudited = (name: string): boolean =>
  !name.startsWith('sys_') && name !== 'task_effective_number';

/** An audit row for each field that changes; call it before the change. */
export function auditChanges(
  store: InstanceStore,
  row: Readonly<Row>,
  changes: Readonly<Row>,
  { stamp, modCount }: { readonly stamp: Stamp; readonly modCount: number },
): void {
  for (const [name, value] of Object.entries(changes)) {
    const before = row[name] ?? '';
    if (before === value || !isAudited(name)) continue;
    addAudit(store, row, { name, before, after: value, checkpoint: modCount, stamp });
  }
}

export function addAudit(
  store: InstanceStore,
  row: Readonly<Row>,
  audit: {
    readonly name: string;
    readonly before: string;
    readonly after: string;
    /** `sys_mod_count` after the change. */
    readonly checkpoint: number;
    readonly stamp: Stamp;
  },
): void {
  store.append('sys_audit', {
    tablename: 'incident',
    documentkey: row['sys_id'] ?? '',
    fieldname: audit.name,
    oldvalue: audit.before,
    newvalue: audit.after,
    user: audit.stamp.by,
    record_checkpoint: String(audit.checkpoint),
    sys_created_on: audit.stamp.time,
    sys_created_by: audit.stamp.by,
  });
}

/** A comment or a work note, and its audit. */
export function addJournal(
  store: InstanceStore,
  row: Readonly<Row>,
  entry: {
    readonly element: JournalElement;
    readonly text: string;
    readonly checkpoint: number;
    readonly stamp: Stamp;
  },
): void {
  const { element, text, checkpoint, stamp } = entry;
  store.append('sys_journal_field', {
    name: 'incident',
    element,
    element_id: row['sys_id'] ?? '',
    value: text,
    sys_created_on: stamp.time,
    sys_created_by: stamp.by,
  });
  addAudit(store, row, {
    name: element,
    before: 'JOURNAL FIELD ADDITION',
    after: text,
    checkpoint,
    stamp,
  });
}
