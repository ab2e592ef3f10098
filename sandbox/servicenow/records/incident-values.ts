import { STATE } from '../schema/choices';
import type { Row } from '../schema/field';
import type { InstanceStore } from '../store';
import { JOURNALS, type Journals } from './journals';

/** What an incident has that nobody set. */
export const NEW_INCIDENT: Readonly<Row> = {
  state: STATE.new,
  incident_state: STATE.new,
  active: 'true',
  made_sla: 'true',
  impact: '3',
  urgency: '3',
  priority: '5',
  severity: '3',
  category: 'inquiry',
  escalation: '0',
  notify: '1',
  knowledge: 'false',
  reassignment_count: '0',
  reopen_count: '0',
  child_incidents: '0',
  approval: 'not requested',
  upon_approval: 'proceed',
  upon_reject: 'cancel',
  sys_class_name: 'incident',
  sys_domain: 'global',
  sys_domain_path: '/',
};

export interface IncidentWrite {
  readonly values: Row;
  readonly journals: Journals;
}

/**
 * What somebody writes to an incident, as the instance keeps it: references by sys_id, whether they were
 * told by id or by name, and journal entries apart. Fields that do not exist are left out in silence.
 *
 * @throws Error for a reference to nothing
 */
export function readIncidentWrite(
  store: InstanceStore,
  told: Readonly<Record<string, string>>,
): IncidentWrite {
  const values: Row = {};
  const journals: Record<string, string> = {};
  for (const [name, value] of Object.entries(told)) {
    const field = store.incidents.fields.get(name);
    if (field === undefined || isKept(name)) continue;
    if (JOURNALS.some((each) => each === name)) {
      if (value !== '') journals[name] = value;
      continue;
    }
    if (field.reference === null || value === '') {
      values[name === 'incident_state' ? 'state' : name] = value;
      continue;
    }
    const sysId = store.resolveReference(field.reference, value);
    if (sysId === null) throw new Error(`${name}: nothing in ${field.reference} is '${value}'`);
    values[name] = sysId;
  }
  return { values, journals };
}

/** The instance writes these by itself. */
const isKept = (name: string): boolean => name.startsWith('sys_') || name === 'number';
