import type { SiteIssue, SiteUser } from '../../jira/model';
import type { IssueView } from '../../jira/reading';
import type { JiraSite } from '../../jira/site';
import type { IssueDetail, QueueIssue } from '../shell-api';

/** Key of the app's entity property. */
const PROPERTY_KEY = 'firstline';
const SLA_NAMES = { resolution: 'Time to resolution', firstResponse: 'Time to first response' };
const FORMER_USER = 'No longer a user of this site';

/** A row of a queue. */
export const toQueueIssue = (site: JiraSite, { issue }: IssueView): QueueIssue =>
  summaryOf(issue, usersOf(site));

/** An issue as its page shows it to a person. */
export function toIssueDetail(site: JiraSite, view: IssueView, accountId: string): IssueDetail {
  const { issue, sla } = view;
  const users = usersOf(site);
  const nameOf = (id: string | null): string =>
    (id === null ? undefined : users.get(id)?.displayName) ?? FORMER_USER;
  const may = site.reading.permissions(accountId, issue.project.key);
  return {
    ...summaryOf(issue, users),
    project: { id: issue.project.id, key: issue.project.key, name: issue.project.name },
    issueTypeId: issue.issueType.id,
    description: issue.description,
    resolution: issue.resolution?.name ?? null,
    resolvedMs: issue.resolutionDateMs,
    labels: issue.labels,
    supportGroup: issue.supportGroup?.name ?? null,
    comments: site.reading.readComments(issue, accountId).map((comment) => ({
      id: comment.id,
      author: nameOf(comment.authorAccountId),
      atMs: comment.atMs,
      isPublic: comment.isPublic,
      body: comment.body,
      document: comment.document as IssueDetail['comments'][number]['document'],
    })),
    history: issue.histories.map(({ id, authorAccountId, atMs, items }) => ({
      id,
      author: nameOf(authorAccountId),
      atMs,
      changes: items.map((item) => ({
        field: item.field,
        from: item.fieldId === 'assignee' ? nameOrNull(item.from) : item.fromString,
        to: item.fieldId === 'assignee' ? nameOrNull(item.to) : item.toString,
      })),
    })),
    sla: sla.flatMap(({ metric, ongoing, completed }) => {
      const cycle = ongoing ?? completed.at(-1);
      if (cycle === undefined) return [];
      return [
        {
          name: SLA_NAMES[metric],
          isRunning: ongoing !== null,
          isPaused: cycle.isPaused,
          isBreached: cycle.elapsedMs > cycle.goalMs,
          goalMs: cycle.goalMs,
          remainingMs: cycle.goalMs - cycle.elapsedMs,
        },
      ];
    }),
    tag: (issue.properties.get(PROPERTY_KEY) ?? null) as IssueDetail['tag'],
    assignable: [...issue.project.agents]
      .flatMap((id) => users.get(id) ?? [])
      .filter(({ accountType }) => accountType === 'atlassian')
      .map((user) => ({ accountId: user.accountId, displayName: user.displayName })),
    may: {
      comment: may.has('ADD_COMMENTS'),
      move: may.has('TRANSITION_ISSUES'),
      assign: may.has('ASSIGN_ISSUES'),
    },
  };

  function nameOrNull(id: string | null): string | null {
    return id === null ? null : nameOf(id);
  }
}

const usersOf = (site: JiraSite): ReadonlyMap<string, SiteUser> =>
  new Map(site.reading.listUsers().map((user) => [user.accountId, user]));

function summaryOf(issue: SiteIssue, users: ReadonlyMap<string, SiteUser>): QueueIssue {
  const nameOf = (id: string | null): string | null =>
    id === null ? null : (users.get(id)?.displayName ?? FORMER_USER);
  const [outcome] = [...issue.appFields.values()];
  return {
    id: issue.id,
    key: issue.key,
    summary: issue.summary,
    requestType: issue.requestType?.name ?? null,
    priority: issue.priority?.name ?? null,
    reporter: nameOf(issue.reporter),
    assignee: nameOf(issue.assignee),
    status: { name: issue.status.name, category: issue.status.category },
    createdMs: issue.createdMs,
    updatedMs: issue.updatedMs,
    aiOutcome: typeof outcome === 'string' ? outcome : null,
  };
}
