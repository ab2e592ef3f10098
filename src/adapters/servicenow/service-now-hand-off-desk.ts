import { z } from 'zod';

import { err, ok, type Result } from '../../domain/app-error';
import type { HandOffTarget } from '../../domain/escalation/policy';
import { epochMs, MINUTE_MS } from '../../domain/time';
import type { HandOffDesk, Refusal } from '../../ports/hand-off-desk';
import { encodedQuery, isQueryValue, where } from './client/encoded-query';
import { snReference, snSysId, snText, snTimeText } from './client/record-values';
import { handOffMark, handOffNote } from './hand-off-note';
import { parseRecords } from './incident/parse-records';
import type { OpenInstance } from './incident/snapshots-of';
import { openInstance, type InstanceDeps } from './open-instance';
import { sysIdOf } from './ticket-id';

/** The group field of an incident, as a policy's target names it. */
export const ASSIGNMENT_GROUP = 'assignment_group';
/** The instance's clock may be behind ours by this much. */
const CLOCK_SKEW_MS = 10 * MINUTE_MS;

const routedSchema = z.object({
  state: snText,
  assignment_group: snReference.optional(),
  assigned_to: snReference.optional(),
  priority: snText.optional(),
});
type Routed = z.output<typeof routedSchema>;
const noteSchema = z.object({ sys_id: snSysId });

/** Hand-offs on incidents: a work note, then group and priority, by the user that Firstline signs in as. */
export function createServiceNowHandOffDesk(deps: InstanceDeps): HandOffDesk {
  const withInstance = async <T>(
    ask: (instance: OpenInstance) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const instance = await openInstance(deps);
    return instance.ok ? ask(instance.value) : instance;
  };
  return {
    readTicket: (ticketId) =>
      withInstance(async (instance) => {
        const incident = await readRouted(instance, ticketId);
        if (!incident.ok) return incident;
        if (incident.value === null) return ok('gone' as const);
        return ok(isDone(incident.value, instance) ? ('done' as const) : ('open' as const));
      }),

    findComment: (ticketId, { handOffId, decidedAt }) =>
      withInstance((instance) =>
        findNote(instance, ticketId, handOffId, decidedAt - CLOCK_SKEW_MS),
      ),

    comment: (ticketId, packet) =>
      withInstance(async (instance) => {
        // Not to be repeated blindly: after a lost answer the note is looked for first.
        const updated = await instance.api.updateRecord(
          'incident',
          sysIdOf(ticketId),
          { work_notes: handOffNote(packet) },
          { isIdempotent: false },
        );
        if (!updated.ok) return updated;
        if (updated.value === 'gone') return err({ kind: 'not-found-or-not-permitted' });
        return ok({ commentId: packet.handOffId });
      }),

    route: (ticketId, target, { keepsAssignee }) =>
      withInstance((instance) => route(instance, ticketId, target, keepsAssignee)),
  };
}

async function route(
  instance: OpenInstance,
  ticketId: string,
  target: HandOffTarget,
  keepsAssignee: boolean,
): Promise<Result<'routed' | Refusal>> {
  const incident = await readRouted(instance, ticketId);
  if (!incident.ok) return incident;
  if (incident.value === null) return err({ kind: 'not-found-or-not-permitted' });
  const now = incident.value;
  if (isDone(now, instance)) return ok('routed');
  const edits: Record<string, string> = {};
  const { priorityId, group } = target;
  if (priorityId !== null && priorityId !== now.priority) edits['priority'] = priorityId;
  // People are at work: it stays with the one whom it is assigned to.
  const stays = keepsAssignee && (now.assigned_to ?? null) !== null;
  if (group !== null && !stays) {
    const found = await readGroup(instance, group.name);
    if (!found.ok) return found;
    if (found.value === null) return ok({ refused: [ASSIGNMENT_GROUP] });
    if (found.value !== now.assignment_group) {
      edits[ASSIGNMENT_GROUP] = found.value;
      // Whoever had it is not of that group.
      edits['assigned_to'] = '';
    }
  }
  if (Object.keys(edits).length === 0) return ok('routed');
  const updated = await instance.api.updateRecord('incident', sysIdOf(ticketId), edits, {
    isIdempotent: true,
  });
  if (!updated.ok) return updated;
  if (updated.value === 'gone') return err({ kind: 'not-found-or-not-permitted' });
  return ok('routed');
}

async function readRouted({ api }: OpenInstance, ticketId: string): Promise<Result<Routed | null>> {
  const page = await api.readTable({
    table: 'incident',
    query: encodedQuery([where('sys_id', '=', sysIdOf(ticketId))]),
    fields: ['state', ASSIGNMENT_GROUP, 'assigned_to', 'priority'],
    limit: 1,
  });
  if (!page.ok) return page;
  const read = parseRecords('incident', page.value.records, routedSchema);
  return read.ok ? ok(read.value[0] ?? null) : read;
}

const isDone = ({ state }: Routed, { connection }: OpenInstance): boolean =>
  connection.mapping.states.find(({ value }) => value === state)?.category === 'done';

/** By its mark, which the instance looks for: no text of a note is read. */
async function findNote(
  { api }: OpenInstance,
  ticketId: string,
  handOffId: string,
  sinceMs: number,
): Promise<Result<{ readonly commentId: string } | null>> {
  const page = await api.readTable({
    table: 'sys_journal_field',
    query: encodedQuery([
      where('element_id', '=', sysIdOf(ticketId)),
      where('element', '=', 'work_notes'),
      where('sys_created_on', '>=', snTimeText(epochMs(sinceMs))),
      where('value', 'LIKE', handOffMark(handOffId)),
    ]),
    fields: ['sys_id'],
    limit: 1,
  });
  if (!page.ok) return page;
  const read = parseRecords('sys_journal_field', page.value.records, noteSchema);
  if (!read.ok) return read;
  const [note] = read.value;
  return ok(note === undefined ? null : { commentId: note.sys_id });
}

async function readGroup({ api }: OpenInstance, name: string): Promise<Result<string | null>> {
  // No group has such a name, and no query can ask for it.
  if (!isQueryValue(name)) return ok(null);
  const page = await api.readTable({
    table: 'sys_user_group',
    query: encodedQuery([where('name', '=', name)]),
    fields: ['sys_id'],
    limit: 1,
  });
  if (!page.ok) return page;
  const read = parseRecords('sys_user_group', page.value.records, noteSchema);
  return read.ok ? ok(read.value[0]?.sys_id ?? null) : read;
}
