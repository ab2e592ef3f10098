import type { IssueRef, NewIssue, OnIssue, SiteParts } from './acts';
import { CUSTOMER_STATUSES, DEFAULT_PRIORITY, FIRST_STATUS } from './catalogue';
import { changeItem, type FieldChange } from './change-item';
import { JiraFault, noSuchIssue } from './fault';
import { applyEdits, type FieldEdits } from './field-edits';
import type { HistoryItem, SiteIssue, SiteProject, SiteStatus } from './model';
import { mustFind } from './numbered-ids';

/** What people, agents and the app do on issues; each act happens now and is told as an event. */
export class SiteActing {
  constructor(private readonly parts: SiteParts) {}

  createIssue(issue: NewIssue): IssueRef {
    const { store, events, clock } = this.parts;
    const project = store.findProject(issue.project);
    if (project === null) throw new JiraFault(404, `project: ${issue.project} does not exist`);
    const isCustomer = project.customers.has(issue.by) && this.#isActive(issue.by);
    if (!isCustomer) this.#demand(issue.by, project, 'CREATE_ISSUES');

    const { ids } = store;
    const sequence = ids.nextNumber(`key:${project.key}`);
    const requestType =
      issue.requestType === null
        ? null
        : mustFind(project.requestTypes, 'requestType', issue.requestType);
    const nowMs = clock.now();
    const numericId = ids.nextNumber('issue');
    const created: SiteIssue = {
      id: String(numericId),
      numericId,
      key: `${project.key}-${sequence}`,
      sequence,
      project,
      createdMs: nowMs,
      creator: issue.by,
      issueType: requestType?.issueType ?? store.issueTypeNamed(issue.issueType ?? 'Task'),
      requestType,
      reporter: issue.reporter ?? issue.by,
      assignee: null,
      summary: issue.summary,
      description: issue.description ?? null,
      priority:
        issue.priority === null
          ? null
          : mustFind(store.priorities, 'priority', issue.priority ?? DEFAULT_PRIORITY),
      status: mustFind(store.statuses, 'status', FIRST_STATUS),
      statusSinceMs: nowMs,
      resolution: null,
      resolutionDateMs: null,
      labels: [],
      supportGroup: null,
      updatedMs: nowMs,
      satisfaction: null,
      histories: [],
      comments: [],
      properties: new Map(),
      appFields: new Map(),
    };
    store.addIssue(created);
    events.issueCreated(created, issue.by, nowMs);
    return { id: created.id, key: created.key };
  }

  /**
   * Moves to a status. Going to done sets the resolution (`Done` unless told otherwise; null leaves
   * the issue unresolved, as a badly built workflow does); coming back clears it.
   */
  transition(move: OnIssue & { readonly to: string; readonly resolution?: string | null }): void {
    const { store } = this.parts;
    const issue = this.#find(move.issue);
    const status = mustFind(store.statuses, 'to', move.to);
    const isOwn = issue.reporter === move.by && CUSTOMER_STATUSES.has(status.name);
    if (!isOwn || !this.#isActive(move.by)) {
      this.#demand(move.by, issue.project, 'TRANSITION_ISSUES');
    }

    const before = issue.status;
    const wasDone = before.category === 'done' || issue.resolution !== null;
    const changes: FieldChange[] = [];
    const resolution = this.#resolutionAfter(issue, status, wasDone, move.resolution);
    if (resolution?.id !== issue.resolution?.id) {
      changes.push({ field: 'resolution', from: issue.resolution, to: resolution });
      issue.resolution = resolution;
      issue.resolutionDateMs = resolution === null ? null : this.parts.clock.now();
    }
    if (status.id !== before.id) {
      changes.push({ field: 'status', from: before, to: status });
      issue.status = status;
      issue.statusSinceMs = this.parts.clock.now();
    }
    this.#record(issue, move.by, changes.map(changeItem), before);
  }

  assign({ by, issue: idOrKey, assignee }: OnIssue & { readonly assignee: string | null }): void {
    const issue = this.#find(idOrKey);
    this.#demand(by, issue.project, 'ASSIGN_ISSUES');
    if (assignee !== null) this.#demand(assignee, issue.project, 'ASSIGNABLE_USER');
    this.#record(issue, by, applyEdits(issue, { assignee }, this.parts.store).map(changeItem));
  }

  /** All of the edits are one change of the history. */
  editFields(edit: OnIssue & FieldEdits): void {
    const issue = this.#find(edit.issue);
    this.#demand(edit.by, issue.project, 'EDIT_ISSUES');
    const { assignee } = edit;
    if (assignee !== undefined && assignee !== issue.assignee) {
      this.#demand(edit.by, issue.project, 'ASSIGN_ISSUES');
      if (assignee !== null) this.#demand(assignee, issue.project, 'ASSIGNABLE_USER');
    }
    this.#record(issue, edit.by, applyEdits(issue, edit, this.parts.store).map(changeItem));
  }

  deleteIssue({ by, issue: idOrKey }: OnIssue): void {
    const issue = this.#find(idOrKey);
    this.#demand(by, issue.project, 'DELETE_ISSUES');
    this.parts.store.removeIssue(issue);
    this.parts.events.issueDeleted(issue, by, this.parts.clock.now());
  }

  /** The reporter rates a request. Jira tells no event and keeps no history of it. */
  giveFeedback(feedback: OnIssue & { readonly rating: number; readonly comment?: string }): void {
    const { by, rating, comment } = feedback;
    const issue = this.#find(feedback.issue);
    if (issue.reporter !== by) throw new JiraFault(403, 'Only the reporter can give feedback.');
    if (!Number.isInteger(rating) || rating < 1 || rating > 5) {
      throw new JiraFault(400, 'rating: give a whole number from 1 to 5');
    }
    issue.satisfaction = { rating, comment: comment ?? null, atMs: this.parts.clock.now() };
    this.#touch(issue);
  }

  /** Records a change of an app's field; called by the REST layer, which has set the value. */
  recordAppFieldChange(issue: SiteIssue, by: string, item: HistoryItem | null): void {
    if (item === null) this.#touch(issue);
    else this.#record(issue, by, [item]);
  }

  #resolutionAfter(
    issue: SiteIssue,
    status: SiteStatus,
    wasDone: boolean,
    wanted: string | null | undefined,
  ) {
    if (wanted === null) return null;
    const { resolutions } = this.parts.store;
    if (wanted !== undefined) return mustFind(resolutions, 'resolution', wanted);
    if (status.category !== 'done') return null;
    if (wasDone) return issue.resolution;
    return mustFind(resolutions, 'resolution', 'Done');
  }

  #record(
    issue: SiteIssue,
    by: string,
    items: readonly HistoryItem[],
    statusBefore?: SiteStatus,
  ): void {
    if (items.length === 0) return;
    const { store, events, clock } = this.parts;
    const history = {
      id: store.ids.next('history'),
      atMs: clock.now(),
      authorAccountId: by,
      items,
    };
    issue.histories = [...issue.histories, history];
    this.#touch(issue);
    const hasMoved = items.some(({ fieldId }) => fieldId === 'status');
    const statuses = hasMoved && statusBefore ? [statusBefore, issue.status] : [];
    events.issueUpdated(issue, by, history.atMs, { items, statuses });
  }

  #touch(issue: SiteIssue): void {
    issue.updatedMs = this.parts.clock.now();
    this.parts.store.touch();
  }

  #find(idOrKey: string): SiteIssue {
    const issue = this.parts.store.findIssue(idOrKey);
    if (issue === null) throw noSuchIssue();
    return issue;
  }

  #isActive(accountId: string): boolean {
    return this.parts.store.users.get(accountId)?.active === true;
  }

  #demand(accountId: string, project: SiteProject, permission: string): void {
    const { access, appAccountId } = this.parts;
    const asker =
      accountId === appAccountId
        ? ({ kind: 'app' } as const)
        : ({ kind: 'user', accountId } as const);
    if (access.projectPermissions(asker, project).has(permission)) return;
    throw new JiraFault(403, `${accountId} lacks ${permission} in ${project.key}`);
  }
}
