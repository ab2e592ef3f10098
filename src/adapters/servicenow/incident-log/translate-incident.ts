import type { EpochMs } from '../../../domain/time';
import { epochMs } from '../../../domain/time';
import type { Actor } from '../../../domain/timeline/actor';
import type { StatusCategory, TicketEvent } from '../../../domain/timeline/event';
import type { Timeline } from '../../../domain/timeline/ticket';

/** The columns of an audit-log row that are used; null is the log's `?`. */
export interface IncidentLogRow {
  readonly state: string;
  readonly updatedBy: string;
  readonly updatedAt: EpochMs;
  readonly openedAt: EpochMs;
  readonly resolvedAt: EpochMs | null;
  readonly requester: string | null;
  readonly category: string | null;
  readonly assignmentGroup: string | null;
  readonly assignedTo: string | null;
  readonly priority: string | null;
}

const CATEGORY_OF_STATE: Readonly<Record<string, StatusCategory>> = {
  New: 'new',
  Resolved: 'done',
  Closed: 'done',
  Canceled: 'done',
};
const PAUSED_STATE = 'Awaiting User Info';

/**
 * All rows of one incident, in file order → its timeline (rule book, section 7). A clock that runs
 * backwards is held at the row before. Facts are the last row's, since they may be corrected.
 */
export function translateIncident(
  number: string,
  rows: readonly IncidentLogRow[],
  options: { readonly desk: string },
): Timeline {
  const last = rows.at(-1);
  const first = rows[0];
  if (first === undefined || last === undefined) throw new Error(`Incident ${number} has no rows`);

  const events: TicketEvent[] = [];
  let clock: EpochMs = first.openedAt;
  let before: IncidentLogRow | null = null;
  for (const row of rows) {
    clock = epochMs(Math.max(clock, row.updatedAt));
    const actor: Actor = { id: row.updatedBy, kind: 'human-agent' };
    if (row.state !== before?.state) events.push(statusEvent(row.state, clock, actor));
    const isNewGroup = row.assignmentGroup !== (before?.assignmentGroup ?? null);
    const isNewAssignee = row.assignedTo !== (before?.assignedTo ?? null);
    const toGroup = isNewGroup ? row.assignmentGroup : null;
    const to = isNewAssignee ? row.assignedTo : null;
    if (toGroup !== null || to !== null) {
      events.push({
        kind: 'assigned',
        at: clock,
        actor,
        ...(to === null ? {} : { to: { id: to, kind: 'human-agent' } }),
        ...(toGroup === null ? {} : { toGroup }),
      });
    }
    before = row;
  }

  return {
    id: `servicenow:${number}`,
    source: 'servicenow',
    desk: options.desk,
    key: number,
    requestType: last.category,
    priority: last.priority,
    requester: last.requester,
    subject: [],
    openedAt: first.openedAt,
    nativeResolvedAt: last.resolvedAt,
    events,
  };
}

function statusEvent(state: string, at: EpochMs, actor: Actor): TicketEvent {
  return {
    kind: 'status',
    at,
    actor,
    status: state,
    category: CATEGORY_OF_STATE[state] ?? 'indeterminate',
    paused: state === PAUSED_STATE,
    resolution: null,
  };
}
