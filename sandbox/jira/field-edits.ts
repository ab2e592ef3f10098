import type { FieldChange, Side } from './change-item';
import type { SiteIssue } from './model';
import { mustFind } from './numbered-ids';
import type { SiteStore } from './store';

/** What an edit sets; absent fields stay as they are. */
export interface FieldEdits {
  readonly summary?: string;
  /** Name or id, as of the request type and the group. */
  readonly priority?: string | null;
  /** Account id. */
  readonly reporter?: string;
  readonly assignee?: string | null;
  readonly requestType?: string;
  readonly labels?: readonly string[];
  readonly supportGroup?: string | null;
}

/** Sets the fields on the issue, and tells which of them changed by that. */
export function applyEdits(
  issue: SiteIssue,
  edits: FieldEdits,
  store: SiteStore,
): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const note = (field: FieldChange['field'], from: Side | null, to: Side | null): void => {
    changes.push({ field, from, to });
  };
  const { summary, reporter, assignee, labels } = edits;
  if (summary !== undefined && summary !== issue.summary) {
    note('summary', { id: null, name: issue.summary }, { id: null, name: summary });
    issue.summary = summary;
  }
  if (edits.priority !== undefined) {
    const to =
      edits.priority === null ? null : mustFind(store.priorities, 'priority', edits.priority);
    if (to?.id !== issue.priority?.id) note('priority', issue.priority, to);
    issue.priority = to;
  }
  if (reporter !== undefined && reporter !== issue.reporter) {
    note('reporter', accountSide(store, issue.reporter), accountSide(store, reporter));
    issue.reporter = reporter;
  }
  if (assignee !== undefined && assignee !== issue.assignee) {
    note('assignee', accountSide(store, issue.assignee), accountSide(store, assignee));
    issue.assignee = assignee;
  }
  if (edits.requestType !== undefined) {
    const to = mustFind(issue.project.requestTypes, 'requestType', edits.requestType);
    if (to.id !== issue.requestType?.id) note('Request Type', issue.requestType, to);
    issue.requestType = to;
  }
  if (labels !== undefined) {
    // Jira keeps each label once, in alphabetical order, and tells a change of all of them as text.
    const [from, to] = [issue.labels, [...new Set(labels)].sort()].map((all) => all.join(' '));
    if (from !== to) note('labels', { id: '', name: from ?? '' }, { id: '', name: to ?? '' });
    issue.labels = [...new Set(labels)].sort();
  }
  if (edits.supportGroup !== undefined) {
    const to =
      edits.supportGroup === null
        ? null
        : mustFind(store.groups, 'supportGroup', edits.supportGroup);
    if (to?.id !== issue.supportGroup?.id) note('Support group', issue.supportGroup, to);
    issue.supportGroup = to;
  }
  return changes;
}

export function accountSide(store: SiteStore, accountId: string | null): Side | null {
  if (accountId === null) return null;
  return { id: accountId, name: store.users.get(accountId)?.displayName ?? accountId };
}
