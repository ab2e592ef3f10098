import { z } from 'zod';

import { JiraFault, noSuchIssue } from '../fault';
import type { SiteIssue } from '../model';
import type { Endpoint, EndpointRequest } from './endpoint';
import { MULTI_VALUED, selectFields } from './issue-fields';
import { COMMENTS_OF_ONE, historyJson, issueJson } from './issue-json';
import { platformSlice } from './platform-page';
import { readBody, readList } from './read-request';

/** A list of issues embeds only the newest few comments of each. */
export const COMMENTS_OF_MANY = 20;
export const HISTORIES_OF_MANY = 40;
const MAX_PROPERTIES = 5;
const MAX_FETCHED = 100;
/** Where only single-valued fields are asked for. */
const MAX_FETCHED_LIGHT = 1_000;

const bulkFetchSchema = z.strictObject({
  issueIdsOrKeys: z.array(z.string()),
  fields: z.array(z.string()).optional(),
  fieldsByKeys: z.boolean().optional(),
  properties: z.array(z.string()).optional(),
  expand: z.array(z.string()).optional(),
});

/** Reading issues, one or many. */
export const issueEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: '/rest/api/3/issue/{issue}',
    handle(request) {
      const { site, asker, query } = request;
      const issue = site.access.issue(asker, request.param('issue'));
      const shape = {
        fieldIds: selectFields(readList(query, 'fields'), { site, fallback: '*all' }),
        properties: demandFew(readList(query, 'properties')),
        withChangelog: readList(query, 'expand').includes('changelog'),
      };
      const timeZone = site.access.timeZoneOf(asker);
      const body = issueJson(issue, shape, { site, asker, timeZone, maxComments: COMMENTS_OF_ONE });
      return { status: 200, body, coreObjects: 1 };
    },
  },
  {
    method: 'POST',
    template: '/rest/api/3/issue/bulkfetch',
    handle(request) {
      const { site, asker } = request;
      const body = readBody(request.body, bulkFetchSchema);
      const withChangelog = body.expand?.includes('changelog') ?? false;
      const maximum = isLight(body.fields, body.expand) ? MAX_FETCHED_LIGHT : MAX_FETCHED;
      if (body.issueIdsOrKeys.length > maximum) {
        throw new JiraFault(
          400,
          `issueIdsOrKeys: at most ${maximum} issues can be fetched at once`,
        );
      }
      const { found, errors } = findMany(request, body.issueIdsOrKeys);
      const shape = {
        fieldIds: selectFields(body.fields ?? [], { site, fallback: '*navigable' }),
        properties: demandFew(body.properties ?? []),
        withChangelog,
        maxHistories: HISTORIES_OF_MANY,
      };
      const reading = {
        site,
        asker,
        timeZone: site.access.timeZoneOf(asker),
        maxComments: COMMENTS_OF_MANY,
      };
      const issues = found.map((issue) => issueJson(issue, shape, reading));
      return {
        status: 200,
        body: { issues, issueErrors: errors },
        coreObjects: issues.length,
      };
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/issue/{issue}/changelog',
    handle(request) {
      const { site, asker } = request;
      const issue = site.access.issue(asker, request.param('issue'));
      const { values, envelope } = platformSlice(request, {
        path: `/issue/${issue.id}/changelog`,
        all: issue.histories,
        size: { fallback: 100, max: 100 },
      });
      const body = { ...envelope, values: values.map((history) => historyJson(history, site)) };
      return { status: 200, body, coreObjects: 1 };
    },
  },
];

export function demandFew(properties: readonly string[]): readonly string[] {
  if (properties.length <= MAX_PROPERTIES) return properties;
  throw new JiraFault(400, `properties: at most ${MAX_PROPERTIES} can be asked for`);
}

/** Each issue once, by ascending id, and what could not be found. */
export function findMany(
  { site, asker }: EndpointRequest,
  idsOrKeys: readonly string[],
): {
  readonly found: readonly SiteIssue[];
  readonly errors: readonly { readonly id: string; readonly errorMessage: string }[];
} {
  const found = new Map<string, SiteIssue>();
  const errors = [];
  for (const id of new Set(idsOrKeys)) {
    const issue = site.store.findIssue(id);
    if (issue !== null && site.access.canBrowse(asker, issue.project)) found.set(issue.id, issue);
    else errors.push({ id, errorMessage: noSuchIssue().message });
  }
  return { found: [...found.values()].sort((a, b) => a.numericId - b.numericId), errors };
}

/** Named, single-valued fields and no expansion: such a read takes ten times as many issues. */
function isLight(fields: readonly string[] = [], expand: readonly string[] = []): boolean {
  const isSingle = (field: string) => !/^[*-]/.test(field) && !MULTI_VALUED.has(field);
  return expand.length === 0 && fields.length > 0 && fields.length <= 100 && fields.every(isSingle);
}
