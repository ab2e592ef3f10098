import { z } from 'zod';

import { ok, type Result } from '../../domain/app-error';
import type { HandOffTarget } from '../../domain/escalation/policy';
import { parseResponse } from './call-jira';
import type { IssueEdits, JiraApi } from './jira-api';

/** Where an issue is now, as far as routing asks. */
export interface RoutedIssue {
  readonly statusId: string;
  readonly isDone: boolean;
  readonly assigneeAccountId: string | null;
  /** Assigned to somebody who is no app. */
  readonly isWithPerson: boolean;
  readonly priorityId: string | null;
  readonly labels: readonly string[];
  /** Name of the group in the field that was asked for. */
  readonly groupName: string | null;
}

const schema = z.object({
  issues: z.array(
    z.object({
      fields: z.looseObject({
        status: z.object({ id: z.string(), statusCategory: z.object({ key: z.string() }) }),
        assignee: z.object({ accountId: z.string(), accountType: z.string().nullish() }).nullish(),
        priority: z.object({ id: z.string() }).nullish(),
        labels: z.array(z.string()).nullish(),
      }),
    }),
  ),
});
const groupSchema = z.object({ name: z.string() });

/** null: there is no such issue, or the app may not see it. */
export async function readRouting(
  api: JiraApi,
  issueId: string,
  group: HandOffTarget['group'],
): Promise<Result<RoutedIssue | null>> {
  const own = group === null ? [] : [group.fieldId];
  const response = await api.fetchIssues({
    issueIdsOrKeys: [issueId],
    fields: ['status', 'assignee', 'priority', 'labels', ...own],
  });
  const read = await parseResponse(response, schema);
  if (!read.ok) return read;
  const [issue] = read.value.issues;
  if (issue === undefined) return ok(null);
  const { status, assignee, priority, labels } = issue.fields;
  return ok({
    statusId: status.id,
    isDone: status.statusCategory.key === 'done',
    assigneeAccountId: assignee?.accountId ?? null,
    isWithPerson: assignee != null && assignee.accountType !== 'app',
    priorityId: priority?.id ?? null,
    labels: labels ?? [],
    groupName: groupSchema.safeParse(issue.fields[group?.fieldId ?? '']).data?.name ?? null,
  });
}

/** One write that brings an issue where it should be; null when it is there. */
export function routingEdits(issue: RoutedIssue, target: HandOffTarget): IssueEdits | null {
  const { group, assigneeAccountId, priorityId, label } = target;
  const fields: Record<string, unknown> = {};
  if (assigneeAccountId !== null && assigneeAccountId !== issue.assigneeAccountId) {
    fields['assignee'] = { accountId: assigneeAccountId };
  }
  if (priorityId !== null && priorityId !== issue.priorityId) {
    fields['priority'] = { id: priorityId };
  }
  if (group !== null && group.name !== issue.groupName) {
    fields[group.fieldId] = { name: group.name };
  }
  const adds = label !== null && !issue.labels.includes(label);
  if (Object.keys(fields).length === 0 && !adds) return null;
  return { fields, ...(adds ? { update: { labels: [{ add: label }] } } : {}) };
}
