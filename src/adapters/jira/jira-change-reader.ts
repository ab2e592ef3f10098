import { err, ok, type Result } from '../../domain/app-error';
import { epochMs, type EpochMs } from '../../domain/time';
import { UNKNOWN_ACTOR, type Actor } from '../../domain/timeline/actor';
import { kindOfAccount } from '../../domain/timeline/actor-registry';
import type { RecordedEvent } from '../../domain/timeline/recorded-event';
import { subjectTokens } from '../../domain/timeline/similar-subject';
import type { Cache } from '../../ports/cache';
import type { TicketChange, TicketChangeReader } from '../../ports/ticket-change';
import { keyedHash } from '../crypto/node-digest';
import { describeIssues } from '../timeline/describe-issues';
import { readAccountDirectory, type AccountDirectory } from './account-directory';
import { ticketEventSchema, type EventItem, type TicketEventPayload } from './event-schema';
import type { JiraAccount } from './issue-schema';
import { translateComment } from './issue-translation';
import type { JiraApi } from './jira-api';
import { readSiteCatalogue, type SiteCatalogue } from './site-catalogue';

interface ReaderDeps {
  readonly api: JiraApi;
  readonly cache: Cache;
  readonly readHashKey: () => Promise<string>;
}

/** Fields whose change a push cannot tell whole: the ticket is read again when it has time. */
const FACT_FIELDS = new Set(['summary', 'reporter', 'priority', 'issuetype', 'project', 'Key']);

/**
 * Product events of Jira → changes of tickets. Asks Jira nothing once the statuses and accounts that
 * an event names are known.
 */
export function createJiraChangeReader(deps: ReaderDeps): TicketChangeReader {
  return {
    async read(raw) {
      const parsed = ticketEventSchema.safeParse(raw);
      if (!parsed.success) {
        return err({ kind: 'invalid-input', issues: [describeIssues(parsed.error)] });
      }
      const payload = parsed.data;
      const { issue } = payload;
      const ids = {
        ticketId: `jira:${issue.id}`,
        deskId: `jira:${issue.fields.project.id}`,
        openedAt: issue.fields.created,
      };
      if (issue.fields.project.projectTypeKey !== 'service_desk') {
        return ok({ kind: 'irrelevant', reason: 'not a service project' });
      }
      if (payload.eventType === 'avi:jira:deleted:issue') {
        return ok({ kind: 'deleted', ...ids, at: epochMs(payload.timestamp) });
      }
      if (payload.eventType === 'avi:jira:deleted:comment') {
        return ok({ kind: 'comment-deleted', ...ids, commentId: payload.comment.id });
      }
      return readChange(deps, payload);
    },
  };
}

type ChangePayload = Exclude<
  TicketEventPayload,
  { readonly eventType: 'avi:jira:deleted:issue' | 'avi:jira:deleted:comment' }
>;

async function readChange(deps: ReaderDeps, payload: ChangePayload): Promise<Result<TicketChange>> {
  const items = 'changelog' in payload ? (payload.changelog?.items ?? []) : [];
  const statusIds = items.flatMap(({ field, to }) => (field === 'status' && to ? [to] : []));
  const site = await readSiteCatalogue(deps, { statusIds });
  if (!site.ok) return site;
  const hashKey = await deps.readHashKey();
  const directory = await readAccountDirectory({ ...deps, hashKey }, accountsOf(payload, items));
  if (!directory.ok) return directory;

  const { issue } = payload;
  const { fields } = issue;
  const toActor = actorReader(directory.value, fields.reporter?.accountId ?? null);
  const at = epochMs(fields.updated ?? payload.timestamp);
  const author = payload.atlassianId == null ? null : { accountId: payload.atlassianId };
  const changes = items.flatMap((item) =>
    changeOf(item, items, { at, actor: toActor(author), toActor, site: site.value }),
  );
  const comments =
    payload.eventType === 'avi:jira:commented:issue'
      ? [translateComment(payload.comment, toActor(payload.comment.author ?? author))]
      : [];
  return ok({
    kind: 'changed',
    ticket: {
      id: `jira:${issue.id}`,
      source: 'jira',
      desk: `jira:${fields.project.id}`,
      key: issue.key,
      // A push does not carry the desk's own fields; the ticket is read for it.
      requestType: null,
      priority: fields.priority?.name ?? null,
      requester: fields.reporter ? directory.value.toActorId(fields.reporter) : null,
      subject: subjectTokens(fields.summary ?? '').map((token) =>
        keyedHash(hashKey, `subject:${token}`, 64),
      ),
      openedAt: fields.created,
      nativeResolvedAt: null,
    },
    deskKey: fields.project.key,
    events: [...changes, ...comments],
    isOpening: payload.eventType === 'avi:jira:created:issue',
    changesFacts: items.some(({ field, fieldId }) => FACT_FIELDS.has(field) || isOwnField(fieldId)),
  });
}

const isOwnField = (fieldId: string | null | undefined): boolean =>
  fieldId?.startsWith('customfield_') === true;

interface ChangeContext {
  readonly at: EpochMs;
  readonly actor: Actor;
  readonly toActor: (account: JiraAccount | null | undefined) => Actor;
  readonly site: SiteCatalogue;
}

/** An item of a push; its key is made of its content, since pushes carry no history ids. */
function changeOf(
  item: EventItem,
  items: readonly EventItem[],
  { at, actor, toActor, site }: ChangeContext,
): readonly RecordedEvent[] {
  const key = `${at}:${item.field}:${item.from ?? ''}>${item.to ?? ''}`;
  if (item.field === 'status' && item.to != null) {
    const known = site.statuses.get(item.to);
    const resolution = items.find(({ field }) => field === 'resolution');
    return [
      {
        origin: 'push',
        key,
        cameFrom:
          (item.from == null ? null : site.statuses.get(item.from)?.name) ??
          textOf(item, 'fromString'),
        event: {
          kind: 'status',
          at,
          actor,
          status: known?.name ?? textOf(item, 'toString'),
          category: known?.category ?? 'indeterminate',
          paused: known?.paused ?? false,
          resolution: resolution === undefined ? null : textOf(resolution, 'toString') || null,
        },
      },
    ];
  }
  if (item.field === 'assignee') {
    const to = item.to == null ? {} : { to: toActor({ accountId: item.to }) };
    return [{ origin: 'push', key, event: { kind: 'assigned', at, actor, ...to } }];
  }
  return [];
}

/** `toString` is a field here; every object has a method of that name, which is not meant. */
function textOf(item: EventItem, field: 'fromString' | 'toString'): string {
  const value: unknown = Object.getOwnPropertyDescriptor(item, field)?.value;
  return typeof value === 'string' ? value : '';
}

function actorReader(
  directory: AccountDirectory,
  reporterId: string | null,
): (account: JiraAccount | null | undefined) => Actor {
  return (account) => {
    if (account == null) return UNKNOWN_ACTOR;
    const id = directory.toActorId(account);
    const accountType = directory.typeOf(account);
    const isRequester = account.accountId === reporterId;
    return { id, kind: kindOfAccount({ actorId: id, accountType, isRequester }, new Map()) };
  };
}

function* accountsOf(payload: ChangePayload, items: readonly EventItem[]): Generator<JiraAccount> {
  if (payload.atlassianId != null) yield { accountId: payload.atlassianId };
  if (payload.issue.fields.reporter) yield payload.issue.fields.reporter;
  if (payload.eventType === 'avi:jira:commented:issue' && payload.comment.author) {
    yield payload.comment.author;
  }
  for (const { field, to } of items) if (field === 'assignee' && to) yield { accountId: to };
}
