import { JSM_FIELDS } from './catalogue';
import { JiraFault } from './fault';
import type {
  Asker,
  SiteComment,
  SiteIssue,
  SiteProject,
  SiteQueue,
  SiteStatus,
  SiteUser,
} from './model';
import type { SiteContext } from './rest/endpoint';
import { readFields, selectFields } from './rest/issue-fields';
import { readSla, type SlaReading } from './sla/cycles';

export interface QueueColumn {
  /** A field id, or `issuekey`. */
  readonly id: string;
  readonly name: string;
}

export interface QueuePage {
  readonly columns: readonly QueueColumn[];
  /** `fields` by field id, in the shapes of the REST API. */
  readonly issues: readonly {
    readonly id: string;
    readonly key: string;
    readonly fields: Readonly<Record<string, unknown>>;
  }[];
  readonly total: number;
}

export interface IssueView {
  readonly issue: SiteIssue;
  readonly sla: readonly SlaReading[];
}

const COLUMN_NAMES: Readonly<Record<string, string>> = {
  issuetype: 'Type',
  issuekey: 'Key',
  summary: 'Summary',
  reporter: 'Reporter',
  assignee: 'Assignee',
  status: 'Status',
  priority: 'P',
  created: 'Created',
  updated: 'Updated',
  resolution: 'Resolution',
  resolutiondate: 'Resolved',
};

/** What the page around the panels draws: no HTTP, no quota, the same permissions. */
export class SiteReading {
  constructor(private readonly site: SiteContext) {}

  /** Projects that a person may browse; all of them for null. */
  listProjects(accountId: string | null): readonly SiteProject[] {
    return this.site.access.browsable(toAsker(accountId));
  }

  listUsers(): readonly SiteUser[] {
    return [...this.site.store.users.values()];
  }

  listStatuses(): readonly SiteStatus[] {
    return this.site.store.statuses;
  }

  isSiteAdmin(accountId: string): boolean {
    return this.site.store.siteAdmins.has(accountId);
  }

  permissions(accountId: string, project: string): ReadonlySet<string> {
    const found = this.site.store.findProject(project);
    if (found === null) return new Set();
    return this.site.access.projectPermissions({ kind: 'user', accountId }, found);
  }

  listQueues(
    project: string,
    accountId: string | null,
  ): readonly (SiteQueue & { readonly issueCount: number })[] {
    const asker = toAsker(accountId);
    const found = this.site.access.project(asker, project);
    return found.queues.map((queue) => ({
      ...queue,
      issueCount: this.#search(queue.jql, asker).length,
    }));
  }

  queueIssues(
    where: {
      readonly project: string;
      readonly queueId: string;
      readonly accountId: string | null;
    },
    { startAt, limit }: { readonly startAt: number; readonly limit: number },
  ): QueuePage {
    const asker = toAsker(where.accountId);
    const project = this.site.access.project(asker, where.project);
    const queue = project.queues.find(({ id }) => id === where.queueId);
    if (queue === undefined) throw new JiraFault(404, `queueId: ${where.queueId} does not exist`);
    const all = this.#search(queue.jql, asker);
    // An app's field is a column of every queue as soon as the app is installed.
    const ids = [...queue.columns, ...this.site.store.appFields.map(({ id }) => id)];
    const columns = [...new Set(ids)].map((id) => ({ id, name: this.#columnName(id) }));
    const fieldIds = selectFields(
      columns.map(({ id }) => id),
      { site: this.site, fallback: '*navigable' },
    );
    const reading = {
      site: this.site,
      asker,
      timeZone: this.site.access.timeZoneOf(asker),
      maxComments: 0,
    };
    return {
      columns,
      issues: all.slice(startAt, startAt + limit).map((issue) => ({
        id: issue.id,
        key: issue.key,
        fields: readFields(issue, fieldIds, reading),
      })),
      total: all.length,
    };
  }

  /**
   * What a person's JQL finds.
   *
   * @throws JiraFault 400 in Jira's words for a JQL that it refuses
   */
  search(
    { jql, accountId }: { readonly jql: string; readonly accountId: string },
    { startAt, limit }: { readonly startAt: number; readonly limit: number },
  ): { readonly issues: readonly SiteIssue[]; readonly total: number } {
    const found = this.#search(jql, toAsker(accountId));
    return { issues: found.slice(startAt, startAt + limit), total: found.length };
  }

  /** One issue as it stands, for those who may see it; null otherwise. */
  readIssue(idOrKey: string, accountId: string | null): IssueView | null {
    const { store, access, clock } = this.site;
    const issue = store.findIssue(idOrKey);
    if (issue === null || !access.canBrowse(toAsker(accountId), issue.project)) return null;
    const options = { nowMs: clock.now(), statuses: store.statuses };
    const metrics = ['resolution', 'firstResponse'] as const;
    const isRequest = issue.project.projectTypeKey === 'service_desk';
    return {
      issue,
      sla: isRequest ? metrics.map((metric) => readSla(issue, metric, options)) : [],
    };
  }

  /** The comments that are not kept from a person. */
  readComments(issue: SiteIssue, accountId: string): readonly SiteComment[] {
    const asker = toAsker(accountId);
    return issue.comments.filter((comment) =>
      this.site.access.canReadComment(asker, issue, comment),
    );
  }

  #search(jql: string, asker: Asker): readonly SiteIssue[] {
    const { store, access, clock, search } = this.site;
    const timeZone = access.timeZoneOf(asker);
    return search.all(jql, { store, access, asker, timeZone, nowMs: clock.now() });
  }

  #columnName(id: string): string {
    const own = Object.values(JSM_FIELDS).find((field) => field.id === id)?.name;
    const app = this.site.store.appFields.find((field) => field.id === id)?.name;
    return COLUMN_NAMES[id] ?? own ?? app ?? id;
  }
}

const toAsker = (accountId: string | null): Asker =>
  accountId === null ? { kind: 'app' } : { kind: 'user', accountId };
