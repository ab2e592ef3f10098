import type { IncidentLogRow } from '../../src/adapters/servicenow/incident-log/translate-incident';
import type { ServiceNowInstance } from '../servicenow/instance';
import type { ImportedIncident, PastWrite } from '../servicenow/records/import-incident';
import { importedTime } from '../servicenow/records/import-incident';
import { LogChoices } from './log-choices';
import type { LogIncident } from './log-incident';

/** sys_id of each incident, by its number. */
export type FilledInstance = ReadonlyMap<string, string>;

/**
 * Puts the incidents of an event log on a simulated instance, as history: no Business Rule is told. People
 * and groups are called as the log calls them, by user_name and by name.
 */
export function fillInstance(
  instance: ServiceNowInstance,
  incidents: readonly LogIncident[],
): FilledInstance {
  const choices = new LogChoices(instance);
  const sysIds = new Map<string, string>();
  for (const incident of incidents) {
    addNames(instance, incident);
    const { number, sysId } = instance.importIncident(toImported(incident, choices));
    sysIds.set(number, sysId);
  }
  return sysIds;
}

function addNames(instance: ServiceNowInstance, { rows }: LogIncident): void {
  for (const { updatedBy, assignedTo, requester, assignmentGroup } of rows) {
    for (const name of [updatedBy, assignedTo, requester]) {
      if (name === null || name === '' || instance.reading.user(name) !== null) continue;
      instance.addUser({ userName: name, name });
    }
    if (assignmentGroup === null || instance.reading.group(assignmentGroup) !== null) continue;
    instance.addGroup({ name: assignmentGroup });
  }
}

function toImported({ number, rows, facts }: LogIncident, choices: LogChoices): ImportedIncident {
  const [first, ...others] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) throw new Error(`Incident ${number} has no rows`);
  const lasting = {
    opened_at: importedTime(first.openedAt),
    caller_id: last.requester ?? '',
    category: choices.category(last.category ?? ''),
    priority: choices.priority(last.priority ?? ''),
  };
  let before = valuesOf(first, choices);
  const updates: PastWrite[] = [];
  for (const row of others) {
    const values = valuesOf(row, choices);
    const isChange = MOVING.some((name) => values[name] !== before[name]);
    if (isChange) updates.push({ atMs: row.updatedAt, by: row.updatedBy, values });
    before = values;
  }
  return {
    number,
    isCreationAudited: true,
    created: {
      atMs: first.updatedAt,
      by: first.updatedBy,
      values: { ...lasting, ...valuesOf(first, choices) },
    },
    updates,
    facts: {
      resolved_at: importedTime(last.resolvedAt),
      ...(facts.closedAtMs === null ? {} : { closed_at: importedTime(facts.closedAtMs) }),
      ...(facts.madeSla === null ? {} : { made_sla: String(facts.madeSla) }),
      ...(facts.reopenCount === null ? {} : { reopen_count: String(facts.reopenCount) }),
      ...(facts.reassignmentCount === null
        ? {}
        : { reassignment_count: String(facts.reassignmentCount) }),
    },
  };
}

const MOVING = ['state', 'assignment_group', 'assigned_to'] as const;

const valuesOf = (
  { state, assignmentGroup, assignedTo }: IncidentLogRow,
  choices: LogChoices,
): Readonly<Record<(typeof MOVING)[number], string>> => ({
  state: choices.state(state),
  assignment_group: assignmentGroup ?? '',
  assigned_to: assignedTo ?? '',
});
