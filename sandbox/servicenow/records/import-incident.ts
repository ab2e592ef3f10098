import { toInstanceTime } from '../instance-time';
import type { Row } from '../schema/field';
import type { InstanceStore } from '../store';
import { readIncidentWrite } from './incident-values';
import { createIncident, updateIncident } from './write-incident';

/** Somebody's write in an incident's past: fields by name, `comments` and `work_notes` among them. */
export interface PastWrite {
  readonly atMs: number;
  /** user_name. */
  readonly by: string;
  readonly values: Readonly<Record<string, string>>;
}

/** An incident with its whole past. */
export interface ImportedIncident {
  /** The next free one without it. */
  readonly number?: string;
  /** A hash of the number without it. */
  readonly sysId?: string;
  readonly created: PastWrite;
  /** Whether the creation is audited; as the instance audits creations without it. */
  readonly isCreationAudited?: boolean;
  /** Oldest first. */
  readonly updates: readonly PastWrite[];
  /** How fields ended up, whatever the writes say; they have no history. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** Puts an incident on the instance as if all of it had happened there, told to nobody. */
export function importIncident(
  store: InstanceStore,
  incident: ImportedIncident,
  auditsInserts: boolean,
): Row {
  const { created, updates, facts = {} } = incident;
  const row = createIncident(
    { store, atMs: created.atMs, by: created.by },
    {
      ...readIncidentWrite(store, created.values),
      number: incident.number,
      sysId: incident.sysId,
      isAudited: incident.isCreationAudited ?? auditsInserts,
    },
  );
  for (const { atMs, by, values } of updates) {
    updateIncident({ store, atMs, by }, row, readIncidentWrite(store, values));
  }
  const ended = readIncidentWrite(store, facts).values;
  if (Object.keys(ended).length > 0) store.incidents.change(row, ended);
  const madeSla = ended['made_sla'];
  if (madeSla !== undefined) tellSla(store, row, madeSla === 'true');
  return row;
}

/** The SLA's row says what the incident says. */
function tellSla(store: InstanceStore, row: Row, isMade: boolean): void {
  const table = store.table('task_sla');
  for (const sla of table.withValue('task', row['sys_id'] ?? '') ?? []) {
    table.change(sla, { has_breached: String(!isMade) });
  }
}

/** A moment of the past as imports tell times: as the instance keeps them. */
export const importedTime = (atMs: number | null): string =>
  atMs === null ? '' : toInstanceTime(atMs);
