import { z } from 'zod';

import { JiraFault } from '../fault';
import type { AppField, SiteIssue } from '../model';
import type { Endpoint, EndpointRequest } from './endpoint';
import { readBody } from './read-request';

const update = z.strictObject({ issueIds: z.array(z.int()).min(1), value: z.unknown() });
const oneFieldSchema = z.strictObject({ updates: z.array(update).min(1) });
const manyFieldsSchema = z.strictObject({
  updates: z.array(update.extend({ customField: z.string() })).min(1),
});

interface FieldUpdate {
  readonly field: AppField;
  readonly issues: readonly SiteIssue[];
  readonly value: unknown;
}

/** Values of the app's own custom fields; nobody but the app may write them. */
export const fieldValueEndpoints: readonly Endpoint[] = [
  {
    method: 'PUT',
    template: '/rest/api/3/app/field/{field}/value',
    handle(request) {
      const field = ownField(request, request.param('field'));
      const { updates } = readBody(request.body, oneFieldSchema);
      return write(
        request,
        updates.map(({ issueIds, value }) => ({ field, issues: find(request, issueIds), value })),
      );
    },
  },
  {
    method: 'POST',
    template: '/rest/api/3/app/field/value',
    handle(request) {
      const { updates } = readBody(request.body, manyFieldsSchema);
      return write(
        request,
        updates.map(({ customField, issueIds, value }) => ({
          field: ownField(request, customField),
          issues: find(request, issueIds),
          value,
        })),
      );
    },
  },
];

function write(request: EndpointRequest, updates: readonly FieldUpdate[]) {
  const { site, accountId, query } = request;
  for (const { field, value } of updates) demandType(field, value);
  site.limiter.admitWrites(updates.flatMap(({ issues }) => issues.map(({ id }) => id)));
  // The specification's default is to keep a history of the change.
  const withChangelog = query.get('generateChangelog') !== 'false';
  for (const { field, issues, value } of updates) {
    for (const issue of issues) setValue(issue, field, value);
  }
  return { status: 204 };

  function setValue(issue: SiteIssue, field: AppField, value: unknown): void {
    const before = issue.appFields.get(field.id) ?? null;
    if (JSON.stringify(before) === JSON.stringify(value ?? null)) return;
    if (value === null || value === undefined) issue.appFields.delete(field.id);
    else issue.appFields.set(field.id, value);
    const item = {
      field: field.name,
      fieldtype: 'custom',
      fieldId: field.id,
      from: null,
      fromString: textOf(before),
      to: null,
      toString: textOf(value),
    } as const;
    site.acting.recordAppFieldChange(issue, accountId, withChangelog ? item : null);
  }
}

function ownField({ site, asker }: EndpointRequest, idOrKey: string): AppField {
  if (asker.kind !== 'app') {
    throw new JiraFault(403, 'Only the app that owns the custom field can update its values.');
  }
  const field = site.store.appFields.find(({ id, key }) => id === idOrKey || key === idOrKey);
  if (field === undefined) throw new JiraFault(404, `The field '${idOrKey}' does not exist.`);
  return field;
}

function find({ site }: EndpointRequest, issueIds: readonly number[]): readonly SiteIssue[] {
  return issueIds.map((id) => {
    const issue = site.store.findIssue(String(id));
    if (issue !== null) return issue;
    throw new JiraFault(404, `The issue with id '${id}' does not exist.`);
  });
}

function demandType({ name, type }: AppField, value: unknown): void {
  if (value === null || value === undefined) return;
  const wanted = type === 'number' || type === 'object' ? type : 'string';
  if (typeof value === wanted) return;
  throw new JiraFault(400, '', { [name]: `The value must be of type ${wanted}.` });
}

const textOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};
