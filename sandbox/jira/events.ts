import type { ProductEvent } from '../forge/product';
import { jiraTime } from './jira-time';
import type { HistoryItem, SiteComment, SiteIssue, SiteStatus } from './model';
import { issueTypeRef, priorityRef, statusRef } from './rest/entity-json';
import { textDocument } from './rest/text-document';

type Listener = (event: ProductEvent) => void;

export interface EventOptions {
  readonly baseUrl: string;
  readonly appAccountId: string;
}

/** Tells product events, in the payload shapes of Jira. */
export class SiteEvents {
  readonly #listeners = new Set<Listener>();

  constructor(private readonly options: EventOptions) {}

  onEvent(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  issueCreated(issue: SiteIssue, by: string, atMs: number): void {
    this.#issueEvent('avi:jira:created:issue', issue, by, atMs, {
      jiraEventTypeName: 'issue_created',
      associatedUsers: [{ accountId: by }],
    });
  }

  issueUpdated(
    issue: SiteIssue,
    by: string,
    atMs: number,
    change: {
      readonly items: readonly HistoryItem[];
      /** The statuses before and after, when the status changed. */
      readonly statuses: readonly SiteStatus[];
    },
  ): void {
    const { items, statuses } = change;
    const changelog = { items };
    const associatedUsers = usersOf(by, items);
    this.#issueEvent('avi:jira:updated:issue', issue, by, atMs, {
      jiraEventTypeName: eventTypeName(items, statuses),
      changelog,
      associatedUsers,
      ...(statuses.length === 0
        ? {}
        : {
            associatedStatuses: statuses.map((status) => statusRef(status, this.options.baseUrl)),
          }),
    });
    const assigned = items.filter(({ fieldId }) => fieldId === 'assignee');
    if (assigned.length === 0) return;
    this.#issueEvent('avi:jira:assigned:issue', issue, by, atMs, {
      changelog: { items: assigned },
      associatedUsers,
    });
  }

  issueDeleted(issue: SiteIssue, by: string, atMs: number): void {
    const associatedUsers = [{ accountId: by }];
    this.#issueEvent('avi:jira:deleted:issue', issue, by, atMs, { associatedUsers });
  }

  /** Tells of a new comment and of an edited one alike, as Jira does. */
  issueCommented(issue: SiteIssue, comment: SiteComment, by: string, atMs: number): void {
    this.#issueEvent('avi:jira:commented:issue', issue, by, atMs, {
      associatedUsers: [{ accountId: by }],
      comment: commentOf(comment),
    });
  }

  commentDeleted(issue: SiteIssue, comment: SiteComment, by: string, atMs: number): void {
    this.#issueEvent('avi:jira:deleted:comment', issue, by, atMs, { comment: commentOf(comment) });
  }

  propertySet(issue: SiteIssue, propertyKey: string, by: string, atMs: number): void {
    const property = { key: propertyKey };
    this.#issueEvent('avi:jira:set:issue-property', issue, by, atMs, { property });
  }

  propertyDeleted(issue: SiteIssue, propertyKey: string, by: string, atMs: number): void {
    const property = { key: propertyKey };
    this.#issueEvent('avi:jira:deleted:issue-property', issue, by, atMs, { property });
  }

  #issueEvent(
    eventType: string,
    issue: SiteIssue,
    by: string,
    atMs: number,
    more: Readonly<Record<string, unknown>>,
  ): void {
    if (this.#listeners.size === 0) return;
    const payload = {
      eventType,
      timestamp: String(atMs),
      atlassianId: by,
      issue: {
        id: issue.id,
        key: issue.key,
        fields: eventFields(issue, this.options.baseUrl),
      },
      ...more,
    };
    // A copy for each, so that no listener can change what another one sees.
    for (const listener of this.#listeners) {
      listener({
        eventType,
        payload: structuredClone(payload),
        causedByApp: by === this.options.appAccountId,
      });
    }
  }
}

/** The few fields that events carry; accounts by id alone. */
function eventFields(issue: SiteIssue, baseUrl: string) {
  const { project } = issue;
  return {
    summary: issue.summary,
    issuetype: issueTypeRef(issue.issueType, baseUrl),
    creator: accountOf(issue.creator),
    created: jiraTime(issue.createdMs),
    project: {
      id: project.id,
      key: project.key,
      name: project.name,
      projectTypeKey: project.projectTypeKey,
      simplified: false,
    },
    reporter: accountOf(issue.reporter),
    assignee: accountOf(issue.assignee),
    updated: jiraTime(issue.updatedMs),
    status: statusRef(issue.status, baseUrl),
    priority: issue.priority === null ? null : priorityRef(issue.priority, baseUrl),
  };
}

const commentOf = (comment: SiteComment) => ({
  id: comment.id,
  body: comment.document ?? textDocument(comment.body),
  author: accountOf(comment.authorAccountId),
  created: jiraTime(comment.atMs),
  updated: jiraTime(comment.updatedMs),
  jsdPublic: comment.isPublic,
});

const accountOf = (accountId: string | null) => (accountId === null ? null : { accountId });

/** Who made the update, and whom it assigned or unassigned. */
function usersOf(by: string, items: readonly HistoryItem[]) {
  const assignees = items
    .filter(({ fieldId }) => fieldId === 'assignee')
    .flatMap(({ from, to }) => [from, to])
    .filter((accountId) => accountId !== null);
  return [...new Set([by, ...assignees])].map((accountId) => ({ accountId }));
}

function eventTypeName(items: readonly HistoryItem[], statuses: readonly SiteStatus[]): string {
  const [before, after] = statuses;
  if (before !== undefined && after !== undefined) {
    if (after.category === 'done' && before.category !== 'done') return 'issue_resolved';
    return before.category === 'done' && after.category !== 'done'
      ? 'issue_reopened'
      : 'issue_generic';
  }
  return items.some(({ fieldId }) => fieldId === 'assignee') ? 'issue_assigned' : 'issue_updated';
}
