import { z } from 'zod';

import { SUPPORT_GROUP_FIELD } from '../catalogue';
import type { FieldEdits } from '../field-edits';
import type { NamedEntity, SiteIssue } from '../model';
import type { SiteContext } from './endpoint';

export interface FieldOperation {
  readonly set?: unknown;
  readonly add?: unknown;
  readonly remove?: unknown;
}

interface Editing {
  readonly site: SiteContext;
  readonly issue: SiteIssue;
  /** Of whoever edits, in the issue's project. */
  readonly permissions: ReadonlySet<string>;
}

type ReadEdit = (value: unknown, editing: Editing) => FieldEdits | string;

const accountSchema = z.strictObject({ accountId: z.string().nullish(), id: z.string().nullish() });
const namedSchema = z.strictObject({ id: z.string().optional(), name: z.string().optional() });
const groupSchema = z.strictObject({
  groupId: z.string().optional(),
  name: z.string().optional(),
  self: z.string().optional(),
});
const labelSchema = z.string().min(1).max(255).regex(/^\S+$/);

const SETTABLE: ReadonlyMap<string, ReadEdit> = new Map<string, ReadEdit>([
  [
    'summary',
    (value) =>
      typeof value === 'string' && value.trim() !== '' && value.length <= 255
        ? { summary: value }
        : 'You must specify a summary of the issue, of at most 255 characters.',
  ],
  ['assignee', readAssignee],
  [
    'priority',
    (value, { site }) => {
      const priority = pick(site.store.priorities, value, namedSchema);
      return priority === null ? 'The priority selected is invalid.' : { priority: priority.id };
    },
  ],
  [
    SUPPORT_GROUP_FIELD.id,
    (value, { site }) => {
      if (value === null) return { supportGroup: null };
      const parsed = groupSchema.safeParse(value);
      const { groupId, name } = parsed.success ? parsed.data : {};
      const group = site.store.groups.find((each) =>
        groupId === undefined ? each.name === name : each.id === groupId,
      );
      if (group !== undefined) return { supportGroup: group.id };
      return `Could not find group with name: '${name ?? groupId ?? ''}'.`;
    },
  ],
]);

/** What operations on a field come to; why they cannot be done otherwise, in Jira's words. */
export function editOf(
  fieldId: string,
  operations: readonly FieldOperation[],
  editing: Editing,
): FieldEdits | string {
  const read = SETTABLE.get(fieldId);
  const isKnown = read !== undefined || fieldId === 'labels';
  if (!isKnown || !editing.permissions.has('EDIT_ISSUES')) {
    return `Field '${fieldId}' cannot be set. It is not on the appropriate screen, or unknown.`;
  }
  if (read === undefined) return readLabels(operations, editing.issue);
  const [operation, ...others] = operations;
  if (operation === undefined || others.length > 0 || !('set' in operation)) {
    return `Field '${fieldId}' supports one operation: set.`;
  }
  return read(operation.set, editing);
}

function readAssignee(value: unknown, { site, issue, permissions }: Editing): FieldEdits | string {
  if (!permissions.has('ASSIGN_ISSUES')) return 'You do not have permission to assign issues.';
  const parsed = accountSchema.nullable().safeParse(value);
  if (!parsed.success) return 'The assignee must be {"accountId": "…"}, or null for nobody.';
  const accountId = parsed.data?.accountId ?? parsed.data?.id ?? null;
  if (accountId === null) return { assignee: null };
  const asker = { kind: 'user', accountId } as const;
  if (site.access.projectPermissions(asker, issue.project).has('ASSIGNABLE_USER')) {
    return { assignee: accountId };
  }
  return `User '${accountId}' cannot be assigned issues.`;
}

function readLabels(operations: readonly FieldOperation[], issue: SiteIssue): FieldEdits | string {
  let labels: readonly string[] = issue.labels;
  for (const operation of operations) {
    const [name, value] = Object.entries(operation)[0] ?? [];
    const given = z
      .array(labelSchema)
      .safeParse(name === 'set' ? value : value === undefined ? undefined : [value]);
    if (!given.success) return `The label '${String(value)}' is invalid: labels have no spaces.`;
    if (name === 'set') labels = given.data;
    else if (name === 'add') labels = [...labels, ...given.data];
    else labels = labels.filter((label) => !given.data.includes(label));
  }
  return { labels };
}

function pick<T extends NamedEntity>(
  all: readonly T[],
  value: unknown,
  schema: typeof namedSchema,
): T | null {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return null;
  const { id, name } = parsed.data;
  return all.find((each) => (id === undefined ? each.name === name : each.id === id)) ?? null;
}
