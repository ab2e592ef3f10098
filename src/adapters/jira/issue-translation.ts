import { kindOfAccount, type ActorRegistry } from '../../domain/timeline/actor-registry';
import { UNKNOWN_ACTOR, type Actor } from '../../domain/timeline/actor';
import type { RecordedEvent } from '../../domain/timeline/recorded-event';
import { subjectTokens } from '../../domain/timeline/similar-subject';
import type { Ticket } from '../../domain/timeline/ticket';
import {
  jiraTimeSchema,
  type JiraAccount,
  type JiraComment,
  type JiraHistory,
  type JiraIssue,
} from './issue-schema';
import type { DeskFields } from './site-catalogue';
import {
  isPausedName,
  toCategory,
  type KnownStatus,
  type StatusCatalogue,
} from './status-catalogue';

export interface IssueTranslation {
  readonly statuses: StatusCatalogue;
  readonly registry: ActorRegistry;
  /** How an account is called in timelines: a keyed hash for people where timelines are kept. */
  readonly toActorId: (account: JiraAccount) => string;
  /** Type of an account; left out: what the account itself says. */
  readonly typeOf?: (account: JiraAccount) => string | null;
  /** Ids of the desk's own fields; left out: ratings are not read, request types are looked for. */
  readonly fields?: DeskFields;
  /** Hides a word of a summary; text is never kept. */
  readonly hashToken: (token: string) => string;
  /** The desk's name in timelines. */
  readonly deskOf: (project: JiraIssue['fields']['project']) => string;
}

const NO_REGISTRY: ActorRegistry = new Map();

/** A REST issue with history and comments → the ticket and its recorded events (rule book, section 7). */
export function translateIssue(
  issue: JiraIssue,
  options: IssueTranslation,
): { readonly ticket: Ticket; readonly events: readonly RecordedEvent[] } {
  const { fields } = issue;
  const reporterId = fields.reporter?.accountId ?? null;
  const toActor = (account: JiraAccount | null | undefined): Actor => {
    if (!account) return UNKNOWN_ACTOR;
    const id = options.toActorId(account);
    const accountType = options.typeOf?.(account) ?? account.accountType ?? null;
    const isRequester = account.accountId === reporterId;
    const registry = options.registry.size === 0 ? NO_REGISTRY : options.registry;
    return { id, kind: kindOfAccount({ actorId: id, accountType, isRequester }, registry) };
  };

  const histories = [...(issue.changelog?.histories ?? [])].sort(byCreatedThenId);
  const told = histories.flatMap((history) =>
    translateHistory(history, toActor, (id, name) => statusOf(issue, options.statuses, id, name)),
  );
  const hasStatusItem = told.some(({ event }) => event.kind === 'status');
  const comments = (fields.comment?.comments ?? []).map((comment) =>
    translateComment(comment, toActor(comment.author)),
  );
  const ratings = options.fields === undefined ? [] : ratingOf(issue, options.fields);
  const ticket: Ticket = {
    id: `jira:${issue.id}`,
    source: 'jira',
    desk: options.deskOf(fields.project),
    key: issue.key ?? null,
    requestType: requestTypeName(fields) ?? fields.issuetype?.name ?? null,
    priority: fields.priority?.name ?? null,
    requester: fields.reporter ? options.toActorId(fields.reporter) : null,
    subject: subjectTokens(fields.summary ?? '').map(options.hashToken),
    openedAt: fields.created,
    nativeResolvedAt: fields.resolutiondate ?? null,
  };
  const silent = hasStatusItem ? [] : doneWithoutHistory(issue, options.statuses);
  // Histories come first, so that a stable sort keeps them before comments of the same moment.
  const events = [...told, ...silent, ...comments, ...ratings].sort(
    (a, b) => a.event.at - b.event.at,
  );
  return { ticket, events };
}

/** A comment is internal when the desk says so, in whichever of its two ways; else public. */
export function translateComment(comment: JiraComment, actor: Actor): RecordedEvent {
  const isInternal = comment.jsdPublic === false || (comment.properties ?? []).some(isInternalMark);
  return {
    origin: 'comment',
    key: comment.id,
    event: {
      kind: 'comment',
      at: comment.created,
      actor,
      visibility: isInternal ? 'internal' : 'public',
    },
  };
}

const isInternalMark = ({
  key,
  value,
}: {
  readonly key: string;
  readonly value?: unknown;
}): boolean =>
  key === 'sd.public.comment' &&
  typeof value === 'object' &&
  value !== null &&
  (value as { readonly internal?: unknown }).internal === true;

/** The desk keeps the latest rating only, with the day it was given. */
function ratingOf({ fields }: JiraIssue, ids: DeskFields): readonly RecordedEvent[] {
  const given = ids.satisfaction === null ? null : fields[ids.satisfaction];
  const at = jiraTimeSchema.safeParse(
    ids.satisfactionDate === null ? null : fields[ids.satisfactionDate],
  );
  const rating =
    typeof given === 'object' && given !== null
      ? (given as { readonly rating?: unknown }).rating
      : null;
  if (typeof rating !== 'number' || rating < 1 || rating > 5 || !at.success) return [];
  const event = { kind: 'rated' as const, at: at.data, actor: UNKNOWN_ACTOR, rating };
  return [{ origin: 'history', key: 'satisfaction', event }];
}

function translateHistory(
  history: JiraHistory,
  toActor: (account: JiraAccount | null | undefined) => Actor,
  lookUp: (statusId: string, name: string) => KnownStatus,
): readonly RecordedEvent[] {
  const resolution = history.items.find((item) => item.field === 'resolution');
  const events: RecordedEvent[] = [];
  const actor = toActor(history.author);
  history.items.forEach((item, index) => {
    const key = `${history.id}:${index}`;
    const base = { at: history.created, actor };
    if (item.field === 'status' && item.to != null) {
      const { name, category, paused } = lookUp(item.to, toStringOf(item));
      const status = { status: name, category, paused, resolution: textOrNull(resolution) };
      events.push({ origin: 'history', key, event: { kind: 'status', ...base, ...status } });
    }
    if (item.field === 'assignee') {
      const to = item.to == null ? {} : { to: toActor({ accountId: item.to }) };
      events.push({ origin: 'history', key, event: { kind: 'assigned', ...base, ...to } });
    }
  });
  return events;
}

/** From the statuses of the site, else from the issue's own status; anything else is under way. */
function statusOf(
  { fields }: JiraIssue,
  statuses: StatusCatalogue,
  id: string,
  name: string,
): KnownStatus {
  const known = statuses.get(id);
  if (known !== undefined) return known;
  const category =
    fields.status.id === id
      ? toCategory(fields.status.statusCategory?.key ?? 'indeterminate')
      : 'indeterminate';
  return { name, category, paused: isPausedName(name) };
}

/** An issue that is done, though its history tells no status: resolved, nobody knows by whom. */
function doneWithoutHistory(issue: JiraIssue, statuses: StatusCatalogue): readonly RecordedEvent[] {
  const { fields } = issue;
  const { name, category } = statusOf(issue, statuses, fields.status.id, fields.status.name);
  if (category !== 'done') return [];
  return [
    {
      origin: 'history',
      key: 'done-without-history',
      event: {
        kind: 'status',
        at: fields.resolutiondate ?? fields.created,
        actor: UNKNOWN_ACTOR,
        status: name,
        category,
        paused: false,
        resolution: fields.resolution?.name ?? null,
      },
    },
  ];
}

/** JSM's request type hides in a custom field whose number differs from site to site. */
function requestTypeName(fields: JiraIssue['fields']): string | null {
  for (const [name, value] of Object.entries(fields)) {
    if (!name.startsWith('customfield_') || typeof value !== 'object' || value === null) continue;
    const requestType = (value as { readonly requestType?: unknown }).requestType;
    const typeName =
      typeof requestType === 'object' && requestType !== null
        ? (requestType as { readonly name?: unknown }).name
        : null;
    if (typeof typeName === 'string') return typeName;
  }
  return null;
}

const byCreatedThenId = (a: JiraHistory, b: JiraHistory): number =>
  a.created - b.created || a.id.localeCompare(b.id, 'en', { numeric: true });

/** The item's `toString` field; every object has a method of that name, which is not meant. */
function toStringOf(item: object): string {
  const value: unknown = Object.getOwnPropertyDescriptor(item, 'toString')?.value;
  return typeof value === 'string' ? value : '';
}
const textOrNull = (item: JiraHistory['items'][number] | undefined): string | null =>
  item === undefined ? null : toStringOf(item) || null;
