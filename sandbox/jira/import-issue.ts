import type { IssueRef } from './acts';
import type { HistoryItem, SiteComment, SiteHistory, SiteIssue, SiteProject } from './model';
import { mustFind } from './numbered-ids';
import type { SiteStore } from './store';

export interface ImportedItem {
  readonly field: string;
  readonly fieldId?: string | null;
  readonly fieldtype?: string;
  readonly from?: string | null;
  readonly fromString?: string | null;
  readonly to?: string | null;
  readonly toString?: string | null | (() => string);
}

export interface ImportedIssue {
  readonly key?: string;
  /** A numeric string. */
  readonly id?: string;
  /** Id or key. */
  readonly project: string;
  readonly requestType: string | null;
  readonly issueType: string;
  readonly priority: string | null;
  /** Account ids; those that are no users count as deleted accounts. */
  readonly reporter: string | null;
  readonly creator?: string | null;
  /** Without it, whom the last assignment names. */
  readonly assignee?: string | null;
  readonly summary: string;
  readonly description?: string | null;
  readonly createdMs: number;
  readonly resolutionDateMs: number | null;
  /** Name or id. */
  readonly status: string;
  readonly resolution: string | null;
  readonly histories: readonly {
    readonly atMs: number;
    readonly authorAccountId: string | null;
    readonly items: readonly ImportedItem[];
  }[];
  readonly comments: readonly {
    readonly atMs: number;
    readonly authorAccountId: string | null;
    readonly isPublic: boolean;
    readonly body?: string;
  }[];
  readonly updatedMs: number;
  readonly satisfaction?: {
    readonly rating: number;
    readonly comment?: string | null;
    readonly atMs: number;
  } | null;
}

const NO_PROPERTIES: SiteComment['properties'] = {};

/** Puts a past issue in place, without events. Ids ascend in the order given. */
export function importIssue(store: SiteStore, issue: ImportedIssue): IssueRef {
  const project = store.findProject(issue.project);
  if (project === null) throw new Error(`project: add "${issue.project}" first`);
  const histories = issue.histories.map((history): SiteHistory => ({
    id: store.ids.next('history'),
    atMs: history.atMs,
    authorAccountId: history.authorAccountId,
    items: history.items.map(toItem),
  }));
  const comments = issue.comments.map((comment): SiteComment => ({
    id: store.ids.next('comment'),
    atMs: comment.atMs,
    updatedMs: comment.atMs,
    authorAccountId: comment.authorAccountId,
    isPublic: comment.isPublic,
    body: comment.body ?? '',
    document: null,
    properties: NO_PROPERTIES,
    visibility: null,
  }));
  const requestType =
    issue.requestType === null
      ? null
      : mustFind(project.requestTypes, 'requestType', issue.requestType);
  const { satisfaction } = issue;
  const { numericId, sequence } = identityOf(store, project, issue);
  // One property after another, in the order of `createIssue`: searches then read issues of one shape.
  const imported: SiteIssue = {
    id: String(numericId),
    numericId,
    key: `${project.key}-${sequence}`,
    sequence,
    project,
    createdMs: issue.createdMs,
    creator: issue.creator === undefined ? issue.reporter : issue.creator,
    issueType: store.issueTypeNamed(issue.issueType),
    requestType,
    reporter: issue.reporter,
    assignee: issue.assignee === undefined ? lastAssignee(histories) : issue.assignee,
    summary: issue.summary,
    description: issue.description ?? null,
    priority:
      issue.priority === null ? null : mustFind(store.priorities, 'priority', issue.priority),
    status: mustFind(store.statuses, 'status', issue.status),
    statusSinceMs: lastMove(histories) ?? issue.createdMs,
    resolution:
      issue.resolution === null
        ? null
        : mustFind(store.resolutions, 'resolution', issue.resolution),
    resolutionDateMs: issue.resolutionDateMs,
    labels: [],
    supportGroup: null,
    updatedMs: issue.updatedMs,
    satisfaction: satisfaction ? { comment: null, ...satisfaction } : null,
    histories: oldestFirst(histories),
    comments: oldestFirst(comments),
    properties: new Map(),
    appFields: new Map(),
  };
  store.addIssue(imported);
  return { id: imported.id, key: imported.key };
}

function identityOf(store: SiteStore, project: SiteProject, { id, key }: ImportedIssue) {
  const numericId = id === undefined ? store.ids.nextNumber('issue') : Number(id);
  if (!Number.isSafeInteger(numericId)) throw new Error(`id: "${id ?? ''}" is not a whole number`);
  store.ids.reserve('issue', numericId);
  const scope = `key:${project.key}`;
  const sequence =
    key === undefined ? store.ids.nextNumber(scope) : Number(key.slice(project.key.length + 1));
  if (
    !Number.isSafeInteger(sequence) ||
    (key !== undefined && key !== `${project.key}-${sequence}`)
  ) {
    throw new Error(`key: "${key ?? ''}" is not ${project.key}-<number>`);
  }
  store.ids.reserve(scope, sequence);
  return { numericId, sequence };
}

function toItem(item: ImportedItem): HistoryItem {
  // Every object has a method `toString`; only an own text is meant.
  const toText = item.toString;
  return {
    field: item.field,
    fieldtype: item.fieldtype === 'custom' ? 'custom' : 'jira',
    fieldId: item.fieldId ?? item.field,
    from: item.from ?? null,
    fromString: item.fromString ?? null,
    to: item.to ?? null,
    toString: typeof toText === 'string' ? toText : null,
  };
}

function lastAssignee(histories: readonly SiteHistory[]): string | null {
  const items = oldestFirst(histories).flatMap((history) => history.items);
  return items.findLast(({ fieldId }) => fieldId === 'assignee')?.to ?? null;
}

const lastMove = (histories: readonly SiteHistory[]): number | null =>
  oldestFirst(histories).findLast(({ items }) => items.some(({ fieldId }) => fieldId === 'status'))
    ?.atMs ?? null;

/** Stable: equal times keep the order they were given in. */
function oldestFirst<T extends { readonly atMs: number }>(entries: readonly T[]): readonly T[] {
  const isSorted = entries.every(
    (entry, i) => i === 0 || (entries[i - 1]?.atMs ?? 0) <= entry.atMs,
  );
  return isSorted ? entries : [...entries].sort((a, b) => a.atMs - b.atMs);
}
