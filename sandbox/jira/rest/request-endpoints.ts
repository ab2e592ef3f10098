import { z } from 'zod';

import { isReporter } from '../access';
import { JiraFault } from '../fault';
import { serviceDeskDate } from '../jira-time';
import type { SiteIssue, StatusCategoryKey } from '../model';
import { readSla } from '../sla/cycles';
import type { Endpoint, EndpointRequest } from './endpoint';
import { readBody } from './read-request';
import {
  requestCommentJson,
  requestLinks,
  requestStatusJson,
  requestTypeJson,
  serviceDeskJson,
  slaJson,
} from './service-desk-json';
import { serviceDeskSlice } from './service-desk-page';
import { requesterJson } from './user-json';

const ROOT = '/rest/servicedeskapi/request/{request}';

const feedbackSchema = z.strictObject({
  type: z.literal('csat').optional(),
  rating: z.int().min(1).max(5),
  comment: z.strictObject({ body: z.string(), public: z.boolean().optional() }).optional(),
});

/** Requests as the portal and the agents see them. */
export const requestEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: ROOT,
    handle: (request) => ({ status: 200, body: requestBody(request), coreObjects: 1 }),
  },
  {
    method: 'GET',
    template: `${ROOT}/comment`,
    handle(request) {
      const issue = requestOf(request);
      const all = visibleComments(request, issue);
      const { page } = serviceDeskSlice(request, `/request/${issue.id}/comment`, all);
      return {
        status: 200,
        body: page((comment) => commentBody(request, issue, comment)),
        coreObjects: 1,
      };
    },
  },
  {
    method: 'GET',
    template: `${ROOT}/sla`,
    handle(request) {
      const { site, asker } = request;
      const issue = requestOf(request);
      demandAgent(request, issue);
      const options = { nowMs: site.clock.now(), statuses: site.store.statuses };
      const readings = [
        readSla(issue, 'resolution', options),
        readSla(issue, 'firstResponse', options),
      ];
      const { page } = serviceDeskSlice(request, `/request/${issue.id}/sla`, readings);
      const how = { baseUrl: site.baseUrl, timeZone: site.access.timeZoneOf(asker) };
      return { status: 200, body: page((reading) => slaJson(issue, reading, how)), coreObjects: 1 };
    },
  },
  {
    method: 'GET',
    template: `${ROOT}/status`,
    handle(request) {
      const issue = requestOf(request);
      const timeZone = request.site.access.timeZoneOf(request.asker);
      const all = statusesOf(request, issue);
      const { page } = serviceDeskSlice(request, `/request/${issue.id}/status`, all);
      const body = page((status) => requestStatusJson(status, timeZone));
      return { status: 200, body, coreObjects: 1 };
    },
  },
  {
    method: 'GET',
    template: `${ROOT}/feedback`,
    handle(request) {
      const { satisfaction } = requestOf(request);
      if (satisfaction === null) throw new JiraFault(404, 'The request has no feedback.');
      const { rating, comment } = satisfaction;
      const told = comment === null ? {} : { comment: { body: comment } };
      return { status: 200, body: { type: 'csat', rating, ...told }, coreObjects: 1 };
    },
  },
  {
    method: 'POST',
    template: `${ROOT}/feedback`,
    handle(request) {
      const issue = requestOf(request);
      const { rating, comment } = readBody(request.body, feedbackSchema);
      request.site.acting.giveFeedback({
        by: request.accountId,
        issue: issue.id,
        rating,
        ...(comment === undefined ? {} : { comment: comment.body }),
      });
      const told = comment === undefined ? {} : { comment: { body: comment.body } };
      return { status: 201, body: { type: 'csat', rating, ...told } };
    },
  },
];

const requestOf = ({ site, asker, param }: EndpointRequest): SiteIssue =>
  site.access.request(asker, param('request'));

function demandAgent({ site, asker }: EndpointRequest, { project }: SiteIssue): void {
  if (site.access.projectPermissions(asker, project).has('SERVICEDESK_AGENT')) return;
  throw new JiraFault(403, 'You must be an agent to view the SLA of this request.');
}

function requestBody(request: EndpointRequest) {
  const { site, asker, query } = request;
  const issue = requestOf(request);
  const timeZone = site.access.timeZoneOf(asker);
  const expand = (query.get('expand') ?? '').split(',');
  const { project, requestType, reporter, status, statusSinceMs, description } = issue;
  const text = [
    { fieldId: 'summary', label: 'Summary', value: issue.summary },
    ...(description === null
      ? []
      : [{ fieldId: 'description', label: 'Description', value: description }]),
  ];
  return {
    _expands: [
      'participant',
      'status',
      'sla',
      'requestType',
      'serviceDesk',
      'attachment',
      'action',
      'comment',
    ],
    issueId: issue.id,
    issueKey: issue.key,
    requestTypeId: requestType?.id ?? '',
    serviceDeskId: project.serviceDeskId ?? '',
    createdDate: serviceDeskDate(issue.createdMs, timeZone),
    ...(reporter === null ? {} : { reporter: requesterJson(site.store, reporter, site.baseUrl) }),
    requestFieldValues: text,
    currentStatus: requestStatusJson({ ...status, sinceMs: statusSinceMs }, timeZone),
    ...(expand.includes('serviceDesk')
      ? { serviceDesk: serviceDeskJson(project, site.baseUrl) }
      : {}),
    ...(expand.includes('requestType') && requestType !== null
      ? { requestType: requestTypeJson(requestType, project, site.baseUrl) }
      : {}),
    _links: requestLinks(issue, site.baseUrl),
  };
}

function visibleComments({ site, asker, query }: EndpointRequest, issue: SiteIssue) {
  const isAgent = site.access.canBrowse(asker, issue.project);
  const withPublic = query.get('public') !== 'false';
  const withInternal = isAgent && query.get('internal') !== 'false';
  // A customer sees the public ones; `isReporter` is how they came to see the request at all.
  if (!isAgent && !isReporter(asker, issue)) return [];
  return issue.comments.filter(
    (comment) =>
      (comment.isPublic ? withPublic : withInternal) &&
      site.access.canReadComment(asker, issue, comment),
  );
}

function commentBody(
  { site, asker }: EndpointRequest,
  issue: SiteIssue,
  comment: SiteIssue['comments'][number],
) {
  const { authorAccountId } = comment;
  return requestCommentJson(issue, comment, {
    baseUrl: site.baseUrl,
    timeZone: site.access.timeZoneOf(asker),
    author:
      authorAccountId === null ? null : requesterJson(site.store, authorAccountId, site.baseUrl),
  });
}

interface PastStatus {
  readonly name: string;
  readonly category: StatusCategoryKey;
  readonly sinceMs: number;
}

/** Newest first, the one it began with included. */
function statusesOf({ site }: EndpointRequest, issue: SiteIssue): readonly PastStatus[] {
  const { statuses } = site.store;
  const moves = issue.histories.flatMap(({ atMs, items }) =>
    items.filter(({ fieldId }) => fieldId === 'status').map((item) => ({ ...item, atMs })),
  );
  const named = (id: string | null, name: string | null, sinceMs: number): PastStatus => {
    const known = statuses.find((status) => status.id === id);
    return {
      name: known?.name ?? name ?? issue.status.name,
      category: known?.category ?? 'indeterminate',
      sinceMs,
    };
  };
  const [first] = moves;
  const began =
    first === undefined
      ? { ...issue.status, sinceMs: issue.createdMs }
      : named(first.from, first.fromString, issue.createdMs);
  return [
    ...moves.map(({ to, toString: toName, atMs }) => named(to, toName, atMs)).reverse(),
    began,
  ];
}
