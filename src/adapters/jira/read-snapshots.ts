import { z } from 'zod';

import { ok, type Result } from '../../domain/app-error';
import type { Cache } from '../../ports/cache';
import type { SnapshotPage, TicketSnapshot } from '../../ports/ticket-source';
import { describeIssues } from '../timeline/describe-issues';
import { keyedHash } from '../crypto/node-digest';
import { readAccountDirectory } from './account-directory';
import { parseResponse } from './call-jira';
import { commentSchema, historySchema, jiraIssueSchema } from './issue-schema';
import type { JiraAccount, JiraComment, JiraHistory, JiraIssue } from './issue-schema';
import { translateIssue } from './issue-translation';
import type { JiraApi } from './jira-api';
import { readSiteCatalogue } from './site-catalogue';

export interface SnapshotDeps {
  readonly api: JiraApi;
  readonly cache: Cache;
  readonly readHashKey: () => Promise<string>;
}

type Unreadable = SnapshotPage['unreadable'][number];

const ISSUES_PER_FETCH = 100;
const CHANGES_PER_PAGE = 10_000;
/** What a timeline is made of; anything else that changed is not asked for. */
const HISTORY_FIELDS = ['status', 'resolution', 'assignee'];
const ISSUE_FIELDS = [
  'project',
  'created',
  'updated',
  'resolutiondate',
  'resolution',
  'issuetype',
  'priority',
  'reporter',
  'summary',
  'status',
  'comment',
];

const fetchedSchema = z.object({ issues: z.array(z.looseObject({ id: z.string() })) });
const changelogPageSchema = z.object({
  issueChangeLogs: z.array(
    z.object({ issueId: z.string(), changeHistories: z.array(historySchema) }),
  ),
  nextPageToken: z.string().nullish(),
});
const commentPageSchema = z.object({ comments: z.array(commentSchema), total: z.number() });

/** Issues with whole histories and all comments, by numeric issue id; at most 1,000. */
export async function readSnapshotsOf(
  deps: SnapshotDeps,
  issueIds: readonly string[],
): Promise<Result<{ readonly page: SnapshotPage; readonly missing: readonly string[] }>> {
  if (issueIds.length === 0) return ok({ page: EMPTY_PAGE, missing: [] });
  const fields = await fieldsToAskFor(deps);
  if (!fields.ok) return fields;
  const found: RawIssue[] = [];
  for (let i = 0; i < issueIds.length; i += ISSUES_PER_FETCH) {
    const issueIdsOrKeys = issueIds.slice(i, i + ISSUES_PER_FETCH);
    const response = await deps.api.fetchIssues({ issueIdsOrKeys, fields: fields.value });
    const page = await parseResponse(response, fetchedSchema);
    if (!page.ok) return page;
    found.push(...page.value.issues);
  }
  const page = await completeIssues(deps, found);
  if (!page.ok) return page;
  const seen = new Set(found.map(({ id }) => id));
  return ok({
    page: page.value,
    missing: issueIds.filter((id) => !seen.has(id)).map((id) => `jira:${id}`),
  });
}

/** An issue as a search or a fetch gives it, not yet read. */
export type RawIssue = { readonly id: string } & Readonly<Record<string, unknown>>;
export const rawIssueSchema = z.looseObject({ id: z.string() });

/** The fields that a timeline is made of, the desk's own ones included. */
export async function fieldsToAskFor(deps: SnapshotDeps): Promise<Result<readonly string[]>> {
  const site = await readSiteCatalogue(deps, { statusIds: [] });
  if (!site.ok) return site;
  const own = Object.values<string | null>({ ...site.value.fields });
  return ok([...ISSUE_FIELDS, ...own.filter((id): id is string => id !== null)]);
}

/** Reads what a search or a fetch gave, and adds histories and the comments that it left out. */
export async function completeIssues(
  deps: SnapshotDeps,
  raw: readonly RawIssue[],
): Promise<Result<SnapshotPage>> {
  const issues = new Map<string, JiraIssue>();
  const unreadable: Unreadable[] = [];
  for (const each of raw) {
    const parsed = jiraIssueSchema.safeParse(each);
    if (parsed.success) issues.set(each.id, parsed.data);
    else unreadable.push({ ticketId: `jira:${each.id}`, reason: describeIssues(parsed.error) });
  }
  const histories = await fetchHistories(deps, [...issues.keys()]);
  if (!histories.ok) return histories;
  const whole: JiraIssue[] = [];
  for (const issue of issues.values()) {
    const comments = await allCommentsOf(deps, issue);
    if (!comments.ok) return comments;
    whole.push({
      ...issue,
      fields: { ...issue.fields, comment: { comments: [...comments.value] } },
      changelog: { histories: [...(histories.value.get(issue.id) ?? [])] },
    });
  }

  const snapshots = await translateAll(deps, whole);
  if (!snapshots.ok) return snapshots;
  return ok({ snapshots: snapshots.value, unreadable, nextCursor: null });
}

const EMPTY_PAGE: SnapshotPage = { snapshots: [], unreadable: [], nextCursor: null };

async function fetchHistories(
  { api }: SnapshotDeps,
  issueIds: readonly string[],
): Promise<Result<ReadonlyMap<string, readonly JiraHistory[]>>> {
  const byIssue = new Map<string, JiraHistory[]>();
  if (issueIds.length === 0) return ok(byIssue);
  let token: string | null = null;
  do {
    const response = await api.fetchChangelogs({
      issueIdsOrKeys: issueIds,
      fieldIds: HISTORY_FIELDS,
      maxResults: CHANGES_PER_PAGE,
      ...(token === null ? {} : { nextPageToken: token }),
    });
    const page: Result<z.output<typeof changelogPageSchema>> = await parseResponse(
      response,
      changelogPageSchema,
    );
    if (!page.ok) return page;
    for (const { issueId, changeHistories } of page.value.issueChangeLogs) {
      byIssue.set(issueId, [...(byIssue.get(issueId) ?? []), ...changeHistories]);
    }
    token = page.value.nextPageToken ?? null;
  } while (token !== null);
  return ok(byIssue);
}

/** An issue carries only its newest comments; the others are read when there are more. */
async function allCommentsOf(
  { api }: SnapshotDeps,
  { id, fields }: JiraIssue,
): Promise<Result<readonly JiraComment[]>> {
  const embedded = fields.comment?.comments ?? [];
  if ((fields.comment?.total ?? 0) <= embedded.length) return ok(embedded);
  const comments: JiraComment[] = [];
  for (;;) {
    const page = await parseResponse(
      await api.listComments(id, comments.length),
      commentPageSchema,
    );
    if (!page.ok) return page;
    comments.push(...page.value.comments);
    if (page.value.comments.length === 0 || comments.length >= page.value.total)
      return ok(comments);
  }
}

async function translateAll(
  deps: SnapshotDeps,
  issues: readonly JiraIssue[],
): Promise<Result<readonly TicketSnapshot[]>> {
  const site = await readSiteCatalogue(deps, {
    statusIds: issues.map(({ fields }) => fields.status.id),
  });
  if (!site.ok) return site;
  const hashKey = await deps.readHashKey();
  const directory = await readAccountDirectory({ ...deps, hashKey }, accountsOf(issues));
  if (!directory.ok) return directory;
  return ok(
    issues.map((issue): TicketSnapshot => {
      const { ticket, events } = translateIssue(issue, {
        statuses: site.value.statuses,
        fields: site.value.fields,
        registry: new Map(),
        toActorId: directory.value.toActorId,
        typeOf: directory.value.typeOf,
        hashToken: (token) => keyedHash(hashKey, `subject:${token}`, 64),
        deskOf: (project) => `jira:${project.id ?? project.key}`,
      });
      return { ticket, events, historyUpTo: issue.fields.updated ?? issue.fields.created };
    }),
  );
}

function* accountsOf(issues: readonly JiraIssue[]): Generator<JiraAccount> {
  for (const { fields, changelog } of issues) {
    if (fields.reporter) yield fields.reporter;
    for (const { author } of fields.comment?.comments ?? []) if (author) yield author;
    for (const { author, items } of changelog?.histories ?? []) {
      if (author) yield author;
      for (const { field, to } of items) if (field === 'assignee' && to) yield { accountId: to };
    }
  }
}
