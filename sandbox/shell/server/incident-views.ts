import { fromInstanceTime } from '../../servicenow/instance-time';
import type { InstanceReading } from '../../servicenow/reading';
import { STATE } from '../../servicenow/schema/choices';
import type { Row } from '../../servicenow/schema/field';
import type { IncidentDetail, IncidentRow, StatusCategory } from '../shell-api';

const VERDICT_FIELD = 'u_ai_outcome';
/** Told by the journal, or said by `state` already. */
const NO_HISTORY = ['comments', 'work_notes', 'incident_state'];
const DONE: readonly string[] = [STATE.resolved, STATE.closed, STATE.canceled];

/** Incidents as the page shows them: labels for values, names for references. */
export class IncidentViews {
  readonly #reading: InstanceReading;
  readonly #labels = new Map<string, string>();
  /** Of users by sys_id and by user_name, of groups by sys_id. */
  readonly #names = new Map<string, string>();

  constructor(reading: InstanceReading) {
    this.#reading = reading;
    for (const { element, value, label } of reading.rows('sys_choice')) {
      this.#labels.set(`${element ?? ''}=${value ?? ''}`, label ?? '');
    }
    for (const { sys_id, user_name, name } of reading.rows('sys_user')) {
      this.#names.set(sys_id ?? '', name ?? '').set(user_name ?? '', name ?? '');
    }
    for (const { sys_id, name } of reading.rows('sys_user_group')) {
      this.#names.set(sys_id ?? '', name ?? '');
    }
  }

  rowOf(row: Readonly<Row>): IncidentRow {
    const value = (field: string): string => row[field] ?? '';
    return {
      sysId: value('sys_id'),
      number: value('number'),
      shortDescription: value('short_description') || value('number'),
      category: this.#shown('category', value('category')),
      caller: this.#shownOrNull('caller_id', value('caller_id')),
      state: { name: this.#shown('state', value('state')), category: categoryOf(value('state')) },
      assignmentGroup: this.#shownOrNull('assignment_group', value('assignment_group')),
      assignedTo: this.#shownOrNull('assigned_to', value('assigned_to')),
      priority: this.#shown('priority', value('priority')),
      openedMs: fromInstanceTime(value('opened_at')) ?? 0,
      updatedMs: fromInstanceTime(value('sys_updated_on')) ?? 0,
      aiOutcome: value(VERDICT_FIELD) || null,
    };
  }

  detailOf(row: Readonly<Row>): IncidentDetail {
    const sysId = row['sys_id'] ?? '';
    return {
      ...this.rowOf(row),
      resolvedMs: fromInstanceTime(row['resolved_at'] ?? ''),
      closeCode: this.#shownOrNull('close_code', row['close_code'] ?? ''),
      reopenCount: Number(row['reopen_count'] ?? 0),
      reassignmentCount: Number(row['reassignment_count'] ?? 0),
      isSlaMade: row['made_sla'] !== 'false',
      journal: this.#reading.journal(sysId).map((entry) => ({
        id: entry['sys_id'] ?? '',
        author: this.#names.get(entry['sys_created_by'] ?? '') ?? entry['sys_created_by'] ?? '',
        atMs: fromInstanceTime(entry['sys_created_on'] ?? '') ?? 0,
        isPublic: entry['element'] === 'comments',
        body: entry['value'] ?? '',
        document: null,
      })),
      history: this.#historyOf(sysId),
    };
  }

  #historyOf(sysId: string): IncidentDetail['history'] {
    const saves = new Map<string, Readonly<Row>[]>();
    for (const audit of this.#reading.audits(sysId)) {
      if (NO_HISTORY.includes(audit['fieldname'] ?? '')) continue;
      const key = audit['record_checkpoint'] ?? '';
      saves.set(key, [...(saves.get(key) ?? []), audit]);
    }
    return [...saves].map(([checkpoint, audits]) => {
      const [first] = audits;
      const user = first?.['user'] ?? '';
      return {
        id: checkpoint,
        author: this.#names.get(user) ?? user,
        atMs: fromInstanceTime(first?.['sys_created_on'] ?? '') ?? 0,
        changes: audits.map(({ fieldname = '', oldvalue = '', newvalue = '' }) => ({
          field: fieldname,
          from: this.#shownOrNull(fieldname, oldvalue),
          to: this.#shownOrNull(fieldname, newvalue),
        })),
      };
    });
  }

  #shown(field: string, value: string): string {
    const element = field === 'incident_state' ? 'state' : field;
    return this.#labels.get(`${element}=${value}`) ?? this.#names.get(value) ?? value;
  }

  #shownOrNull(field: string, value: string): string | null {
    return value === '' ? null : this.#shown(field, value);
  }
}

function categoryOf(state: string): StatusCategory {
  if (state === STATE.new) return 'new';
  return DONE.includes(state) ? 'done' : 'indeterminate';
}
