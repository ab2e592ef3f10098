import { z } from 'zod';

import { PROJECT_ROLES } from '../access';
import { documentProblem } from '../adf/document-problems';
import { documentText } from '../adf/document-text';
import { badRequest, JiraFault } from '../fault';
import type { AdfDocument, CommentVisibility, SiteComment, SiteIssue } from '../model';
import { commentJson, PUBLIC_PROPERTY } from './comment-json';
import type { Endpoint, EndpointRequest } from './endpoint';
import { demandSmallValue } from './property-endpoints';
import { readBody, readList, readNumber } from './read-request';

const TEMPLATE = '/rest/api/3/issue/{issue}/comment';
/** Jira's limit is on characters, and does not say whether of the text or of its JSON: the stricter. */
const MAX_CHARS = 32_767;
const MAX_COMMENTS = 5_000;

/** What else Jira knows of a comment, e.g. `jsdPublic`, cannot be set and is ignored. */
const newCommentSchema = z.object({
  body: z.unknown().optional(),
  visibility: z
    .strictObject({
      type: z.enum(['role', 'group']),
      value: z.string().optional(),
      identifier: z.string().nullish(),
    })
    .optional(),
  properties: z.array(z.strictObject({ key: z.string().max(255), value: z.unknown() })).optional(),
});
const internalSchema = z.looseObject({ internal: z.boolean() });

export const commentEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: TEMPLATE,
    handle(request) {
      const { site, asker, query } = request;
      const issue = site.access.issue(asker, request.param('issue'));
      const startAt = readNumber(query, 'startAt', { fallback: 0, max: Number.MAX_SAFE_INTEGER });
      const maxResults = readNumber(query, 'maxResults', { fallback: 100, max: 100 });
      const withProperties = readList(query, 'expand').includes('properties');
      const visible = inOrder(issue, query.get('orderBy')).filter((comment) =>
        site.access.canReadComment(asker, issue, comment),
      );
      const comments = visible
        .slice(startAt, startAt + maxResults)
        .map((comment) => commentJson(issue, comment, { site, withProperties }));
      const body = { startAt, maxResults, total: visible.length, comments };
      return { status: 200, body, coreObjects: 1 };
    },
  },
  {
    method: 'POST',
    template: TEMPLATE,
    handle(request) {
      const { site, asker, accountId } = request;
      const issue = site.access.issue(asker, request.param('issue'));
      if (!site.access.projectPermissions(asker, issue.project).has('ADD_COMMENTS')) {
        throw refusal('You do not have permission to comment on this issue.');
      }
      const { body, visibility, properties = [] } = readBody(request.body, newCommentSchema);
      const document = readDocument(body);
      for (const { value } of properties) demandSmallValue(value);
      const given = Object.fromEntries(properties.map(({ key, value }) => [key, value]));
      const { [PUBLIC_PROPERTY]: isInternal, ...others } = given;
      const written = {
        by: accountId,
        issue: issue.id,
        body: documentText(document),
        document,
        isPublic: !readInternal(isInternal),
        properties: others,
        visibility: visibility === undefined ? null : readVisibility(request, visibility),
      };
      if (issue.comments.length >= MAX_COMMENTS) {
        throw new JiraFault(413, `The issue has ${MAX_COMMENTS} comments, which is the limit.`);
      }
      site.limiter.admitWrites([issue.id]);
      const { id } = site.commenting.addComment(written);
      const added = issue.comments.find((comment) => comment.id === id) as SiteComment;
      return { status: 201, body: commentJson(issue, added, { site, withProperties: false }) };
    },
  },
];

function readDocument(value: unknown): AdfDocument {
  if (value === undefined || value === null) throw refusal('Comment body can not be empty!');
  const problem = documentProblem(value);
  if (problem !== null) throw refusal(`INVALID_INPUT: ${problem}`);
  if (JSON.stringify(value).length > MAX_CHARS) {
    throw refusal(
      `The entered text is too long. It exceeds the allowed limit of ${MAX_CHARS} characters.`,
    );
  }
  return value as AdfDocument;
}

function readInternal(value: unknown): boolean {
  if (value === undefined) return false;
  const parsed = internalSchema.safeParse(value);
  if (parsed.success) return parsed.data.internal;
  throw badRequest(`properties: ${PUBLIC_PROPERTY} must be {"internal": true or false}`);
}

function readVisibility(
  { site }: EndpointRequest,
  { type, value, identifier }: NonNullable<z.infer<typeof newCommentSchema>['visibility']>,
): CommentVisibility {
  const wanted = value ?? identifier ?? '';
  const name =
    type === 'role'
      ? PROJECT_ROLES.find((role) => role === wanted)
      : site.store.groups.find((group) => group.name === wanted || group.id === wanted)?.name;
  if (name !== undefined) return { type, value: name };
  throw new JiraFault(400, '', {
    commentLevel: `${type === 'role' ? 'Role' : 'Group'}: ${wanted} does not exist.`,
  });
}

const refusal = (text: string): JiraFault => new JiraFault(400, '', { comment: text });

function inOrder({ comments }: SiteIssue, orderBy: string | null): readonly SiteComment[] {
  if (orderBy === null || orderBy === 'created' || orderBy === '+created') return comments;
  if (orderBy === '-created') return [...comments].reverse();
  throw badRequest(`orderBy: '${orderBy}' is unknown; use created, +created or -created`);
}
