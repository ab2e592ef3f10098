import { UNKNOWN_ACTOR, type Actor } from '../../../domain/timeline/actor';
import { kindOfAccount } from '../../../domain/timeline/actor-registry';
import type { AssignedEvent, StatusEvent } from '../../../domain/timeline/event';
import type { IncidentMapping } from '../../../domain/timeline/incident-mapping';
import type { RecordedEvent } from '../../../domain/timeline/recorded-event';
import { subjectTokens } from '../../../domain/timeline/similar-subject';
import type { DeskSla, Ticket } from '../../../domain/timeline/ticket';
import type { IncidentHistory, IncidentRecord, JournalRecord } from './incident-records';
import type { InstanceCatalogue } from './instance-catalogue';
import type { KnownUser, UserDirectory } from './user-directory';
import { ticketIdOf } from '../ticket-id';
import { incidentUpdates, type IncidentState, type IncidentUpdate } from './incident-updates';

export interface IncidentTranslation {
  readonly mapping: IncidentMapping;
  /** The user that Firstline signs in as; what it does is no event. */
  readonly ownUserName: string;
  readonly users: UserDirectory;
  /** Group's name, else its sys_id. */
  readonly groupNameOf: (sysId: string) => string;
  /** What people read for a value of a choice, else the value. */
  readonly labelOf: InstanceCatalogue['labelOf'];
  /** Hides a word of a short description; text is never kept. */
  readonly hashToken: (token: string) => string;
  readonly deskId: string;
}

/**
 * An incident with audit and journal → the ticket and its recorded events (rule book, sections 2 and 7).
 * Request type is the category, requester the caller, resolution the close code.
 */
export function translateIncident(
  history: IncidentHistory,
  options: IncidentTranslation,
): { readonly ticket: Ticket; readonly events: readonly RecordedEvent[] } {
  const { incident } = history;
  const requester = requesterOf(incident, options);
  const toActor = (user: KnownUser): Actor => {
    const { actorId, type } = user;
    const isRequester = actorId === requester;
    const kind = kindOfAccount({ actorId, accountType: type, isRequester }, NO_REGISTRY);
    return { id: actorId, kind };
  };
  const author = (userName: string | null): Actor =>
    userName === null ? UNKNOWN_ACTOR : toActor(options.users.byName(userName));
  const assignee = (sysId: string): Actor => toActor(options.users.byId(sysId));
  const updates = incidentUpdates(withoutUnseenEnd(history, options));
  const journal = history.journal.filter(({ user }) => user !== options.ownUserName);
  return {
    ticket: ticketOf(history, options),
    events: [
      ...updateEvents(updates, { author, assignee }, options),
      ...journal.map((entry) => commentOf(entry, author(entry.user))),
      ...doneUnseen(incident, updates, options),
    ].sort((a, b) => a.event.at - b.event.at),
  };
}

const NO_REGISTRY = new Map();

const ticketOf = ({ incident, slas }: IncidentHistory, options: IncidentTranslation): Ticket => ({
  id: ticketIdOf(incident.sysId),
  source: 'servicenow',
  desk: options.deskId,
  key: incident.number,
  requestType: incident.category === null ? null : options.labelOf('category', incident.category),
  priority: incident.priority === null ? null : options.labelOf('priority', incident.priority),
  requester: requesterOf(incident, options),
  subject: subjectTokens(incident.shortDescription ?? '').map(options.hashToken),
  openedAt: incident.openedAt,
  nativeResolvedAt: incident.resolvedAt,
  ...(incident.madeSla === null ? {} : { sla: slaOf(incident.madeSla, slas) }),
});

const slaOf = (isMet: boolean, slas: IncidentHistory['slas']): DeskSla => ({
  isMet,
  breached: isMet ? 0 : (slas?.filter(({ hasBreached }) => hasBreached).length ?? null),
});

/** By name, which is how histories call people; by sys_id where the name is hidden. */
function requesterOf({ caller }: IncidentRecord, { users }: IncidentTranslation): string | null {
  if (caller === null) return null;
  return (caller.userName === null ? users.byId(caller.sysId) : users.byName(caller.userName))
    .actorId;
}

interface Actors {
  readonly author: (userName: string | null) => Actor;
  readonly assignee: (sysId: string) => Actor;
}

function updateEvents(
  updates: readonly IncidentUpdate[],
  { author, assignee }: Actors,
  options: IncidentTranslation,
): readonly RecordedEvent[] {
  const events: RecordedEvent[] = [];
  let before: IncidentState | null = null;
  for (const { checkpoint, at, by, after } of updates) {
    const actor = author(by);
    const record = (index: number, event: StatusEvent | AssignedEvent): void => {
      if (by === options.ownUserName) return;
      events.push({ origin: 'history', key: `${String(checkpoint)}:${String(index)}`, event });
    };
    if (before === null || isOtherStatus(before, after, options.mapping)) {
      record(0, { kind: 'status', at, actor, ...statusOf(after, options) });
    }
    const assigned = assignmentOf(before, after, assignee, options);
    if (assigned !== null) record(1, { kind: 'assigned', at, actor, ...assigned });
    before = after;
  }
  return events;
}

/** Another state, or the same one that begins or ends to wait for the requester. */
const isOtherStatus = (
  before: IncidentState,
  after: IncidentState,
  mapping: IncidentMapping,
): boolean =>
  before.state !== after.state || isPaused(before, mapping) !== isPaused(after, mapping);

const meaningOf = (state: string, { states }: IncidentMapping) =>
  states.find(({ value }) => value === state);

function isPaused({ state, holdReason }: IncidentState, mapping: IncidentMapping): boolean {
  const meaning = meaningOf(state, mapping);
  if (meaning?.category === 'done') return false;
  const isHeld = holdReason !== null && mapping.pausingHoldReasons.includes(holdReason);
  return meaning?.paused === true || isHeld;
}

function statusOf(
  after: IncidentState,
  { mapping, labelOf }: IncidentTranslation,
): Pick<StatusEvent, 'status' | 'category' | 'paused' | 'resolution'> {
  const meaning = meaningOf(after.state, mapping);
  const category = meaning?.category ?? 'indeterminate';
  return {
    status: meaning?.label ?? after.state,
    category,
    paused: isPaused(after, mapping),
    resolution: category === 'done' ? resolutionOf(after, meaning?.label ?? '', labelOf) : null,
  };
}

/** The close code; a canceled incident has none, and is what Jira's resolution of that name says. */
function resolutionOf(
  { closeCode }: IncidentState,
  label: string,
  labelOf: IncidentTranslation['labelOf'],
): string | null {
  if (closeCode !== null) return labelOf('close_code', closeCode);
  return /^cancell?ed$/i.test(label) ? 'Cancelled' : null;
}

function assignmentOf(
  before: IncidentState | null,
  after: IncidentState,
  assignee: Actors['assignee'],
  { groupNameOf }: IncidentTranslation,
): Pick<AssignedEvent, 'to' | 'toGroup'> | null {
  const group =
    after.assignmentGroup === (before?.assignmentGroup ?? null) ? null : after.assignmentGroup;
  const user = after.assignedTo === (before?.assignedTo ?? null) ? null : after.assignedTo;
  if (group === null && user === null) return null;
  return {
    ...(user === null ? {} : { to: assignee(user) }),
    ...(group === null ? {} : { toGroup: groupNameOf(group) }),
  };
}

const commentOf = ({ sysId, at, isPublic }: JournalRecord, actor: Actor): RecordedEvent => ({
  origin: 'comment',
  key: sysId,
  event: { kind: 'comment', at, actor, visibility: isPublic ? 'public' : 'internal' },
});

/**
 * An incident that was updated and is done, though its audit tells of no state: access rules hide it, or
 * nobody audits the field. It began in some state of its own.
 */
function withoutUnseenEnd(history: IncidentHistory, options: IncidentTranslation): IncidentHistory {
  const { incident, audits } = history;
  const isTold = incident.modCount === 0 || audits.some(({ field }) => field === 'state');
  if (isTold || statusOf(presentState(incident), options).category !== 'done') return history;
  const state = options.mapping.states.find(({ category }) => category === 'new')?.value ?? '';
  return { ...history, incident: { ...incident, state } };
}

/** The end that the audit does not tell. Nobody knows who it was, so doubt never counts for the AI. */
function doneUnseen(
  incident: IncidentRecord,
  updates: readonly IncidentUpdate[],
  options: IncidentTranslation,
): readonly RecordedEvent[] {
  if (updates.at(-1)?.after.state === incident.state) return [];
  const status = statusOf(presentState(incident), options);
  if (status.category !== 'done') return [];
  const at = incident.resolvedAt ?? incident.closedAt ?? incident.updatedAt;
  const event = { kind: 'status' as const, at, actor: UNKNOWN_ACTOR, ...status };
  return [{ origin: 'history', key: 'unseen:0', event }];
}

const presentState = ({
  state,
  holdReason,
  closeCode,
  assignmentGroup,
  assignedTo,
}: IncidentRecord): IncidentState => ({
  state,
  holdReason,
  closeCode,
  assignmentGroup,
  assignedTo,
});
