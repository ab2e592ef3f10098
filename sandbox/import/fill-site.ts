import type { TicketEvent } from '../../src/domain/timeline/event';
import type { Timeline } from '../../src/domain/timeline/ticket';
import { PAUSING_STATUS } from '../jira/catalogue';
import type { ImportedIssue } from '../jira/import-issue';
import type { JiraSite } from '../jira/site';
import { accountTypesOf } from './account-types';
import { projectKeysOf } from './project-keys';

/** A desk of the file and the project that holds it. */
export interface FilledDesk {
  readonly desk: string;
  readonly projectKey: string;
}

export interface FilledSite {
  readonly desks: readonly FilledDesk[];
  /** Issue id of each ticket. */
  readonly issueIds: ReadonlyMap<string, string>;
  /** Events that no Jira issue can carry (runs, hand-offs, overrides): they are left out. */
  readonly eventsLeftOut: number;
}

export interface FillOptions {
  /** Accounts that the registry names. */
  readonly registered: Iterable<string>;
  /** Account ids of people who work on every filled desk, and who administer it. */
  readonly agents: readonly string[];
  readonly admins: readonly string[];
}

const ISSUE_TYPE = 'Service Request';
const FIRST_STATUS = 'Open';
/** A summary without a word: nothing is known of what the ticket was about. */
const NO_SUMMARY = '–';

/** Puts the tickets of an export on a simulated Jira site, as history: nothing is told as an event. */
export function fillSite(
  site: JiraSite,
  timelines: readonly Timeline[],
  options: FillOptions,
): FilledSite {
  for (const [accountId, accountType] of accountTypesOf(timelines, options.registered)) {
    site.addUser({ accountId, accountType, displayName: accountId });
  }
  const desks = projectKeysOf(timelines.map(({ desk }) => desk));
  for (const { desk, projectKey } of desks) {
    const ofDesk = timelines.filter((timeline) => timeline.desk === desk);
    const requestTypes = new Set(ofDesk.flatMap(({ requestType }) => requestType ?? []));
    site.addProject({
      key: projectKey,
      name: desk,
      requestTypes: [...requestTypes].map((name) => ({ name, issueType: ISSUE_TYPE })),
      agents: options.agents,
      admins: options.admins,
      customers: [],
    });
  }

  const keyOf = new Map(desks.map(({ desk, projectKey }) => [desk, projectKey]));
  const statuses = new StatusIds(site);
  const issueIds = new Map<string, string>();
  let eventsLeftOut = 0;
  for (const timeline of timelines) {
    if (timeline.priority !== null) site.ensurePriority(timeline.priority);
    const { id } = site.importIssue(toIssue(timeline, keyOf.get(timeline.desk) ?? '', statuses));
    issueIds.set(timeline.id, id);
    eventsLeftOut += timeline.events.filter(isLeftOut).length;
  }
  return { desks, issueIds, eventsLeftOut };
}

const isLeftOut = ({ kind }: TicketEvent): boolean =>
  kind === 'agent-run' || kind === 'handed-off' || kind === 'overridden';

type ImportedHistory = ImportedIssue['histories'][number];

function toIssue(timeline: Timeline, project: string, statuses: StatusIds): ImportedIssue {
  const events = [...timeline.events].sort((a, b) => a.at - b.at);
  let statusId = statuses.first;
  const histories: ImportedHistory[] = [];
  for (const event of events) {
    if (event.kind === 'status') {
      const to = statuses.idOf(event);
      histories.push(statusHistory(event, statusId, to));
      statusId = to;
    }
    if (event.kind === 'assigned') histories.push(assignedHistory(event));
  }
  const lastStatus = events.findLast((event) => event.kind === 'status');
  const rated = events.findLast((event) => event.kind === 'rated');
  return {
    project,
    requestType: timeline.requestType,
    issueType: ISSUE_TYPE,
    priority: timeline.priority,
    reporter: timeline.requester,
    summary: timeline.subject.join(' ') || NO_SUMMARY,
    createdMs: timeline.openedAt,
    resolutionDateMs: timeline.nativeResolvedAt,
    status: statusId,
    resolution: lastStatus?.kind === 'status' && lastStatus.category === 'done' ? 'Done' : null,
    histories,
    comments: events.flatMap((event) =>
      event.kind === 'comment'
        ? [
            {
              atMs: event.at,
              authorAccountId: event.actor.id || null,
              isPublic: event.visibility === 'public',
            },
          ]
        : [],
    ),
    updatedMs: Math.max(
      timeline.openedAt,
      timeline.nativeResolvedAt ?? 0,
      ...events.map(({ at }) => at),
    ),
    satisfaction: rated?.kind === 'rated' ? { rating: rated.rating, atMs: rated.at } : null,
  };
}

function statusHistory(
  event: Extract<TicketEvent, { readonly kind: 'status' }>,
  from: string,
  to: string,
): ImportedHistory {
  const resolution =
    event.resolution === null
      ? []
      : [{ field: 'resolution', from: null, to: event.resolution, toString: event.resolution }];
  return {
    atMs: event.at,
    authorAccountId: event.actor.id || null,
    items: [{ field: 'status', from, to, toString: event.status }, ...resolution],
  };
}

const assignedHistory = (
  event: Extract<TicketEvent, { readonly kind: 'assigned' }>,
): ImportedHistory => ({
  atMs: event.at,
  authorAccountId: event.actor.id || null,
  items: [
    event.toGroup === undefined
      ? { field: 'assignee', to: event.to?.id ?? null, toString: event.to?.id ?? null }
      : { field: 'Assignment group', fieldtype: 'custom', toString: event.toGroup },
  ],
});

/** Statuses of the site by name and category; states that wait for the requester share Jira's own. */
class StatusIds {
  readonly #site: JiraSite;
  readonly #ids = new Map<string, string>();

  constructor(site: JiraSite) {
    this.#site = site;
  }

  get first(): string {
    return this.#named(FIRST_STATUS);
  }

  idOf({
    status,
    category,
    paused,
  }: Pick<
    Extract<TicketEvent, { readonly kind: 'status' }>,
    'status' | 'category' | 'paused'
  >): string {
    if (paused) return this.#named(PAUSING_STATUS);
    const key = `${category}/${status}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const name = status || 'No status';
    const added = this.#site.addStatus({ name, category });
    // The site may have one of that name in another category: the name says nothing of it.
    const { id } =
      added.category === category
        ? added
        : this.#site.addStatus({ name: `${name} (${category})`, category });
    this.#ids.set(key, id);
    return id;
  }

  #named(name: string): string {
    const status = this.#site.reading.listStatuses().find((each) => each.name === name);
    if (status === undefined) throw new Error(`The site has no status ${name}`);
    return status.id;
  }
}
