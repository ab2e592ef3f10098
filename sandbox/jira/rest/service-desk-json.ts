import { JSM_FIELDS } from '../catalogue';
import { serviceDeskDate, serviceDeskDuration } from '../jira-time';
import type {
  RequestType,
  SiteComment,
  SiteIssue,
  SiteProject,
  SiteQueue,
  StatusCategoryKey,
} from '../model';
import type { SlaCycle, SlaReading } from '../sla/cycles';
import { avatarUrls } from './entity-json';

const api = (baseUrl: string) => `${baseUrl}/rest/servicedeskapi`;

export const serviceDeskJson = (project: SiteProject, baseUrl: string) => ({
  id: project.serviceDeskId,
  projectId: project.id,
  projectName: project.name,
  projectKey: project.key,
  _links: { self: `${api(baseUrl)}/servicedesk/${project.serviceDeskId ?? ''}` },
});

export const queueJson = (
  { serviceDeskId }: SiteProject,
  queue: SiteQueue,
  { baseUrl, issueCount }: { readonly baseUrl: string; readonly issueCount: number | null },
) => ({
  id: queue.id,
  name: queue.name,
  jql: queue.jql,
  fields: queue.columns,
  ...(issueCount === null ? {} : { issueCount }),
  _links: { self: `${api(baseUrl)}/servicedesk/${serviceDeskId ?? ''}/queue/${queue.id}` },
});

export function requestTypeJson(
  type: RequestType,
  { serviceDeskId }: SiteProject,
  baseUrl: string,
) {
  const deskId = serviceDeskId ?? '';
  return {
    _expands: ['field'],
    id: type.id,
    _links: { self: `${api(baseUrl)}/servicedesk/${deskId}/requesttype/${type.id}` },
    name: type.name,
    description: '',
    helpText: '',
    issueTypeId: type.issueType.id,
    serviceDeskId: deskId,
    portalId: deskId,
    groupIds: ['1'],
    icon: {
      id: type.id,
      _links: {
        iconUrls: avatarUrls(`${baseUrl}/rest/api/2/universal_avatar/view/type/SD_REQTYPE`),
      },
    },
  };
}

const CATEGORIES: Readonly<Record<StatusCategoryKey, string>> = {
  new: 'NEW',
  indeterminate: 'INDETERMINATE',
  done: 'DONE',
};

export const requestStatusJson = (
  status: { readonly name: string; readonly category: StatusCategoryKey; readonly sinceMs: number },
  timeZone: string,
) => ({
  status: status.name,
  statusCategory: CATEGORIES[status.category],
  statusDate: serviceDeskDate(status.sinceMs, timeZone),
});

/** The value of JSM's request type field on an issue. */
export function requestTypeFieldJson(
  issue: SiteIssue,
  { baseUrl, timeZone }: { readonly baseUrl: string; readonly timeZone: string },
) {
  if (issue.requestType === null) return null;
  const { status, statusSinceMs } = issue;
  return {
    _links: requestLinks(issue, baseUrl),
    requestType: requestTypeJson(issue.requestType, issue.project, baseUrl),
    currentStatus: requestStatusJson({ ...status, sinceMs: statusSinceMs }, timeZone),
  };
}

export const requestLinks = ({ id, key, project }: SiteIssue, baseUrl: string) => ({
  jiraRest: `${baseUrl}/rest/api/2/issue/${id}`,
  web: `${baseUrl}/servicedesk/customer/portal/${project.serviceDeskId ?? ''}/${key}`,
  self: `${api(baseUrl)}/request/${id}`,
  agent: `${baseUrl}/browse/${key}`,
});

export const requestCommentJson = (
  issue: SiteIssue,
  comment: SiteComment,
  options: { readonly baseUrl: string; readonly timeZone: string; readonly author: unknown },
) => ({
  _expands: ['attachment', 'renderedBody'],
  id: comment.id,
  body: comment.body,
  public: comment.isPublic,
  ...(options.author === null ? {} : { author: options.author }),
  created: serviceDeskDate(comment.atMs, options.timeZone),
  _links: { self: `${api(options.baseUrl)}/request/${issue.id}/comment/${comment.id}` },
});

const SLA_FIELDS = {
  resolution: JSM_FIELDS.timeToResolution,
  firstResponse: JSM_FIELDS.timeToFirstResponse,
} as const;

export function slaJson(
  issue: SiteIssue,
  { metric, completed, ongoing }: SlaReading,
  { baseUrl, timeZone }: { readonly baseUrl: string; readonly timeZone: string },
) {
  const { id: fieldId, name } = SLA_FIELDS[metric];
  const id = fieldId.slice('customfield_'.length);
  return {
    id,
    name,
    _links: { self: `${api(baseUrl)}/request/${issue.id}/sla/${id}` },
    completedCycles: completed.map((cycle) => ({
      ...cycleJson(cycle, timeZone),
      stopTime: serviceDeskDate(cycle.stopMs ?? cycle.startMs, timeZone),
    })),
    ...(ongoing === null
      ? {}
      : {
          ongoingCycle: {
            ...cycleJson(ongoing, timeZone),
            paused: ongoing.isPaused,
            withinCalendarHours: ongoing.isWithinCalendar,
          },
        }),
    slaDisplayFormat: 'NEW_SLA_FORMAT',
  };
}

function cycleJson({ startMs, goalMs, elapsedMs, breachMs }: SlaCycle, timeZone: string) {
  return {
    startTime: serviceDeskDate(startMs, timeZone),
    ...(breachMs === null ? {} : { breachTime: serviceDeskDate(breachMs, timeZone) }),
    breached: elapsedMs > goalMs,
    goalDuration: serviceDeskDuration(goalMs),
    elapsedTime: serviceDeskDuration(elapsedMs),
    remainingTime: serviceDeskDuration(goalMs - elapsedMs),
  };
}
