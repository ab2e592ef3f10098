import { JSM_FIELDS, SUPPORT_GROUP_FIELD } from '../catalogue';
import { jiraTime } from '../jira-time';
import type { Asker, SiteIssue } from '../model';
import { readSla } from '../sla/cycles';
import { commentJson } from './comment-json';
import type { SiteContext } from './endpoint';
import {
  groupRef,
  issueTypeRef,
  priorityRef,
  projectRef,
  resolutionRef,
  statusRef,
} from './entity-json';
import { requestTypeFieldJson, slaJson } from './service-desk-json';
import { textDocument } from './text-document';
import { accountJson } from './user-json';

export interface FieldReading {
  readonly site: SiteContext;
  readonly asker: Asker;
  readonly timeZone: string;
  /** How many comments an issue embeds; the newest are kept. */
  readonly maxComments: number;
}

type ReadField = (issue: SiteIssue, reading: FieldReading) => unknown;

const sla =
  (metric: 'resolution' | 'firstResponse'): ReadField =>
  (issue, { site, timeZone }) => {
    if (issue.project.projectTypeKey !== 'service_desk') return null;
    const { statuses } = site.store;
    const reading = readSla(issue, metric, { nowMs: site.clock.now(), statuses });
    return slaJson(issue, reading, { baseUrl: site.baseUrl, timeZone });
  };

const account =
  (role: 'reporter' | 'creator' | 'assignee'): ReadField =>
  (issue, { site }) =>
    accountJson(site.store, issue[role], site.baseUrl);

const timeOrNull = (atMs: number | null) => (atMs === null ? null : jiraTime(atMs));

const SYSTEM_FIELDS: ReadonlyMap<string, ReadField> = new Map<string, ReadField>([
  ['summary', ({ summary }) => summary],
  ['issuetype', ({ issueType }, { site }) => issueTypeRef(issueType, site.baseUrl)],
  ['project', ({ project }, { site }) => projectRef(project, site.baseUrl)],
  ['status', ({ status }, { site }) => statusRef(status, site.baseUrl)],
  ['statuscategorychangedate', ({ statusSinceMs }) => jiraTime(statusSinceMs)],
  [
    'priority',
    ({ priority }, { site }) => (priority === null ? null : priorityRef(priority, site.baseUrl)),
  ],
  ['reporter', account('reporter')],
  ['creator', account('creator')],
  ['assignee', account('assignee')],
  ['created', ({ createdMs }) => jiraTime(createdMs)],
  ['updated', ({ updatedMs }) => jiraTime(updatedMs)],
  ['resolutiondate', ({ resolutionDateMs }) => timeOrNull(resolutionDateMs)],
  [
    'resolution',
    ({ resolution }, { site }) =>
      resolution === null ? null : resolutionRef(resolution, site.baseUrl),
  ],
  ['description', ({ description }) => (description === null ? null : textDocument(description))],
  ['labels', ({ labels }) => labels],
  ['issuelinks', () => []],
  ['attachment', () => []],
  ['comment', embeddedComments],
  [
    JSM_FIELDS.requestType.id,
    (issue, { site, timeZone }) => requestTypeFieldJson(issue, { baseUrl: site.baseUrl, timeZone }),
  ],
  [JSM_FIELDS.timeToResolution.id, sla('resolution')],
  [JSM_FIELDS.timeToFirstResponse.id, sla('firstResponse')],
  [
    JSM_FIELDS.satisfaction.id,
    ({ satisfaction }) => (satisfaction === null ? null : { rating: satisfaction.rating }),
  ],
  [
    SUPPORT_GROUP_FIELD.id,
    ({ supportGroup }, { site }) =>
      supportGroup === null ? null : groupRef(supportGroup, site.baseUrl),
  ],
  [JSM_FIELDS.satisfactionDate.id, ({ satisfaction }) => timeOrNull(satisfaction?.atMs ?? null)],
]);

/** Fields that hold several values; with one of them, a bulk read takes fewer issues. */
export const MULTI_VALUED: ReadonlySet<string> = new Set([
  'comment',
  'labels',
  'issuelinks',
  'attachment',
]);

/** The field ids that `fields` asks for: ids, `*all`, `*navigable`, `-id`. */
export function selectFields(
  asked: readonly string[],
  { site, fallback }: { readonly site: SiteContext; readonly fallback: '*all' | '*navigable' },
): readonly string[] {
  const all = [...SYSTEM_FIELDS.keys(), ...site.store.appFields.map(({ id }) => id)];
  const excluded = asked.filter((name) => name.startsWith('-')).map((name) => name.slice(1));
  const named = asked.filter((name) => !name.startsWith('-'));
  const wanted = named.length === 0 ? [fallback] : named;
  if (wanted.includes('*all')) return all.filter((id) => !excluded.includes(id));
  const isWanted = (id: string) =>
    wanted.includes(id) || (wanted.includes('*navigable') && id !== 'comment');
  return all.filter((id) => isWanted(id) && !excluded.includes(id));
}

export function readFields(
  issue: SiteIssue,
  fieldIds: readonly string[],
  reading: FieldReading,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    fieldIds.map((id) => {
      const read = SYSTEM_FIELDS.get(id);
      return [id, read === undefined ? (issue.appFields.get(id) ?? null) : read(issue, reading)];
    }),
  );
}

function embeddedComments(issue: SiteIssue, { site, asker, maxComments }: FieldReading) {
  const visible = issue.comments.filter((comment) =>
    site.access.canReadComment(asker, issue, comment),
  );
  const comments = visible.slice(-maxComments);
  return {
    comments: comments.map((comment) =>
      commentJson(issue, comment, { site, withProperties: false }),
    ),
    self: `${site.baseUrl}/rest/api/3/issue/${issue.id}/comment`,
    maxResults: comments.length,
    total: visible.length,
    startAt: 0,
  };
}
