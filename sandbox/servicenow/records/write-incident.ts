import { updateRefused } from '../fault';
import { toInstanceTime } from '../instance-time';
import { STATE } from '../schema/choices';
import type { Row } from '../schema/field';
import type { InstanceStore } from '../store';
import { sysIdOf } from '../sys-id';
import { derivedValues } from './derived-values';
import { addAudit, addJournal, auditChanges, type Stamp } from './history';
import { NEW_INCIDENT, type IncidentWrite } from './incident-values';
import { JOURNALS, type Journals } from './journals';
import { followSla } from './task-sla';

export interface Writing {
  readonly store: InstanceStore;
  /** By the instance's own clock. */
  readonly atMs: number;
  /** user_name. */
  readonly by: string;
}

export interface NewIncident extends IncidentWrite {
  readonly number?: string | undefined;
  readonly sysId?: string | undefined;
  readonly isAudited: boolean;
}

export function createIncident(
  writing: Writing,
  { values, journals, isAudited, ...named }: NewIncident,
): Row {
  const { store, by } = writing;
  const number = named.number ?? store.nextNumber();
  const stamp = stampOf(writing);
  const bySysId = store.users.get(by)?.sysId ?? '';
  const set: Row = { opened_at: stamp.time, opened_by: bySysId, ...values };
  const derived = derivedValues(NEW_INCIDENT, set, { time: stamp.time, bySysId });
  const row: Row = {
    ...NEW_INCIDENT,
    ...derived,
    ...set,
    number,
    task_effective_number: number,
    sys_id: named.sysId ?? sysIdOf('incident', number),
    sys_created_on: stamp.time,
    sys_created_by: by,
    sys_updated_on: stamp.time,
    sys_updated_by: by,
    sys_mod_count: '0',
  };
  store.incidents.add(row);
  if (isAudited) {
    // Of what nobody set, only the state: the rest would be most of what an instance holds.
    const audited = { state: row['state'] ?? '', number, ...derived, ...set };
    auditChanges(store, { sys_id: row['sys_id'] ?? '' }, audited, { stamp, modCount: 0 });
  }
  addJournals(store, row, journals, { checkpoint: 0, stamp });
  followSla(writing, row);
  return row;
}

/** Whether anything changed: writing what is so already leaves an incident as it is. */
export function updateIncident(
  writing: Writing,
  row: Row,
  { values, journals }: IncidentWrite,
): boolean {
  const { store, by } = writing;
  const stamp = stampOf(writing);
  const bySysId = store.users.get(by)?.sysId ?? '';
  const told = changedOf(row, values);
  const hasJournal = JOURNALS.some((element) => journals[element] !== undefined);
  if (Object.keys(told).length === 0 && !hasJournal) return false;
  // What was told wins over what the instance would have put there.
  const derived = derivedValues(row, told, { time: stamp.time, bySysId });
  const changes = changedOf(row, { ...derived, ...told });
  const modCount = Number(row['sys_mod_count']) + 1;
  auditChanges(store, row, changes, { stamp, modCount });
  store.incidents.change(row, {
    ...changes,
    sys_updated_on: stamp.time,
    sys_updated_by: by,
    sys_mod_count: String(modCount),
  });
  addJournals(store, row, journals, { checkpoint: modCount, stamp });
  followSla(writing, row);
  return true;
}

/** @throws InstanceFault for a closed incident that is to be in another state */
export function checkReopening(row: Readonly<Row>, { values }: IncidentWrite): void {
  const to = values['state'];
  if (row['state'] === STATE.closed && to !== undefined && to !== STATE.closed) {
    throw updateRefused();
  }
}

export function deleteIncident(writing: Writing, row: Row): void {
  const { store, by } = writing;
  const stamp = stampOf(writing);
  store.incidents.remove(row);
  store.append('sys_audit_delete', {
    tablename: 'incident',
    documentkey: row['sys_id'] ?? '',
    display_value: row['number'] ?? '',
    user: by,
    sys_created_on: stamp.time,
    sys_created_by: by,
    sys_updated_on: stamp.time,
    sys_updated_by: by,
    sys_mod_count: '0',
  });
  addAudit(store, row, {
    name: 'DELETED',
    before: 'DELETED',
    after: 'DELETED',
    checkpoint: -1,
    stamp,
  });
}

const stampOf = ({ atMs, by }: Writing): Stamp => ({ time: toInstanceTime(atMs), by });

function changedOf(row: Readonly<Row>, values: Readonly<Row>): Row {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => (row[name] ?? '') !== value),
  );
}

function addJournals(
  store: InstanceStore,
  row: Row,
  journals: Journals,
  at: { readonly checkpoint: number; readonly stamp: Stamp },
): void {
  for (const element of JOURNALS) {
    const text = journals[element];
    if (text !== undefined) addJournal(store, row, { element, text, ...at });
  }
}
