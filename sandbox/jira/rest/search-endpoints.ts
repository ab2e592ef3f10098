import { z } from 'zod';

import { badRequest } from '../fault';
import { jqlContext, type Endpoint, type EndpointReply, type EndpointRequest } from './endpoint';
import { COMMENTS_OF_MANY, demandFew, HISTORIES_OF_MANY } from './issue-endpoints';
import { selectFields } from './issue-fields';
import { issueJson, issueRef } from './issue-json';
import { readBody, readList, readNumber } from './read-request';

const MAX_RESULTS = 100;
/** Where only ids and keys are asked for. */
const MAX_RESULTS_LIGHT = 5_000;
const MAX_RECONCILED = 50;

const searchSchema = z.strictObject({
  jql: z.string().optional(),
  nextPageToken: z.string().nullish(),
  maxResults: z.int().min(0).optional(),
  fields: z.array(z.string()).optional(),
  fieldsByKeys: z.boolean().optional(),
  expand: z.string().optional(),
  properties: z.array(z.string()).optional(),
  reconcileIssues: z.array(z.int()).max(MAX_RECONCILED).optional(),
});
type SearchInput = z.infer<typeof searchSchema>;

/** JQL search, which has no total: it pages by token until `isLast`. */
export const searchEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: '/rest/api/3/search/jql',
    handle(request) {
      const { query } = request;
      return search(request, {
        jql: query.get('jql') ?? '',
        nextPageToken: query.get('nextPageToken'),
        maxResults: readNumber(query, 'maxResults', { fallback: 50, max: MAX_RESULTS_LIGHT }),
        fields: [...readList(query, 'fields')],
        expand: query.get('expand') ?? '',
        properties: [...readList(query, 'properties')],
      });
    },
  },
  {
    method: 'POST',
    template: '/rest/api/3/search/jql',
    handle: (request) => search(request, readBody(request.body, searchSchema)),
  },
  {
    method: 'POST',
    template: '/rest/api/3/search/approximate-count',
    handle(request) {
      const { jql } = readBody(request.body, z.strictObject({ jql: z.string().optional() }));
      const count = request.site.search.count(jql ?? '', jqlContext(request));
      return { status: 200, body: { count } };
    },
  },
];

function search(request: EndpointRequest, input: SearchInput): EndpointReply {
  const { site, asker } = request;
  const fields = input.fields ?? [];
  const properties = demandFew(input.properties ?? []);
  const expand = (input.expand ?? '').split(',');
  const isLight =
    fields.every((field) => field === 'id' || field === 'key') &&
    properties.length === 0 &&
    !expand.includes('changelog');
  const asked = input.maxResults ?? 50;
  if (asked < 1) throw badRequest('maxResults: ask for at least one issue');
  const { issues, nextPageToken } = site.search.page(input.jql ?? '', jqlContext(request), {
    size: Math.min(asked, isLight ? MAX_RESULTS_LIGHT : MAX_RESULTS),
    token: input.nextPageToken ?? null,
  });

  const shape = {
    fieldIds: isLight ? [] : selectFields(fields, { site, fallback: '*navigable' }),
    properties,
    withChangelog: expand.includes('changelog'),
    maxHistories: HISTORIES_OF_MANY,
  };
  const reading = {
    site,
    asker,
    timeZone: site.access.timeZoneOf(asker),
    maxComments: COMMENTS_OF_MANY,
  };
  // Without fields, Jira tells nothing but ids.
  const isIdOnly = isLight && !fields.includes('key');
  const toJson = (issue: (typeof issues)[number]) => {
    if (isIdOnly) return { id: issue.id };
    return isLight ? issueRef(issue, site.baseUrl) : issueJson(issue, shape, reading);
  };
  return {
    status: 200,
    body: {
      issues: issues.map(toJson),
      ...(nextPageToken === null ? {} : { nextPageToken }),
      isLast: nextPageToken === null,
    },
    coreObjects: issues.length,
  };
}
