import { z } from 'zod';

import { JiraFault } from '../fault';
import type { FieldEdits } from '../field-edits';
import type { SiteIssue } from '../model';
import { editOf, type FieldOperation } from './editable-fields';
import type { Endpoint, EndpointRequest } from './endpoint';
import { selectFields } from './issue-fields';
import { COMMENTS_OF_ONE, issueJson } from './issue-json';
import { readBody } from './read-request';

const schema = z.strictObject({
  fields: z.record(z.string(), z.unknown()).default({}),
  update: z
    .record(
      z.string(),
      z.array(
        z.strictObject({
          set: z.unknown().optional(),
          add: z.unknown().optional(),
          remove: z.unknown().optional(),
        }),
      ),
    )
    .default({}),
  /** More for the history of Jira's own screens; told nowhere here. */
  historyMetadata: z.unknown().optional(),
});

/** Changes fields of an issue: all of those that are named, or none. */
export const editEndpoint: Endpoint = {
  method: 'PUT',
  template: '/rest/api/3/issue/{issue}',
  handle(request) {
    const { site, asker, accountId, query } = request;
    const issue = site.access.issue(asker, request.param('issue'));
    // `notifyUsers` may be anything: the site sends no mail.
    for (const name of ['overrideScreenSecurity', 'overrideEditableFlag']) {
      if (query.get(name) !== 'true' || site.access.globalPermissions(asker).has('ADMINISTER')) {
        continue;
      }
      throw new JiraFault(403, `${name}: you need to administer Jira`);
    }
    const edits = readEdits(request, issue, readBody(request.body, schema));
    site.limiter.admitWrites([issue.id]);
    site.acting.editFields({ by: accountId, issue: issue.id, ...edits });
    if (query.get('returnIssue') !== 'true') return { status: 204 };
    const shape = {
      fieldIds: selectFields([], { site, fallback: '*all' }),
      properties: [],
      withChangelog: false,
    };
    const timeZone = site.access.timeZoneOf(asker);
    const reading = { site, asker, timeZone, maxComments: COMMENTS_OF_ONE };
    return { status: 200, body: issueJson(issue, shape, reading), coreObjects: 1 };
  },
};

function readEdits(
  { site, asker }: EndpointRequest,
  issue: SiteIssue,
  { fields, update }: z.infer<typeof schema>,
): FieldEdits {
  const both = Object.keys(fields).find((id) => id in update);
  if (both !== undefined) {
    const message = `Field '${both}' can not be in both 'fields' and 'update'.`;
    throw new JiraFault(400, '', { [both]: message });
  }
  const wanted: readonly (readonly [string, readonly FieldOperation[]])[] = [
    ...Object.entries(fields).map(([id, value]) => [id, [{ set: value }]] as const),
    ...Object.entries(update),
  ];
  const permissions = site.access.projectPermissions(asker, issue.project);
  const errors: Record<string, string> = {};
  let edits: FieldEdits = {};
  for (const [id, operations] of wanted) {
    const edit = editOf(id, operations, { site, issue, permissions });
    if (typeof edit === 'string') errors[id] = edit;
    else edits = { ...edits, ...edit };
  }
  if (Object.keys(errors).length > 0) throw new JiraFault(400, '', errors);
  return edits;
}
