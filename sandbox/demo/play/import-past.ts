import type { ImportedIssue } from '../../jira/import-issue';
import type { IssueRef } from '../../jira/acts';
import type { JiraSite } from '../../jira/site';
import { accountIdOf } from '../accounts';
import type { ScriptAction, ScriptActor, ScriptStatus, TicketScript } from '../ticket-script';
import { isDone, STATUS_NAMES } from './status-names';

type History = ImportedIssue['histories'][number];

const FIRST_STATUS: ScriptStatus = 'waiting-for-support';
const ISSUE_TYPE = 'Service Request';

/** Puts the part of a script that lies before now on the site, as history without events. */
export function importPast(site: JiraSite, script: TicketScript, nowMs: number): IssueRef {
  const past = script.actions.filter(({ atMs }) => atMs <= nowMs);
  const idOf = new StatusIds(site);
  const histories: History[] = [];
  let status = FIRST_STATUS;
  let resolution: string | null = null;
  let resolvedAtMs: number | null = null;
  let assignee: string | null = null;
  for (const action of past) {
    if (action.kind === 'assign') {
      const to = accountIdOf(script, action.to);
      histories.push(change(script, action, [assigneeItem(assignee, to)]));
      assignee = to;
    }
    if (action.kind !== 'status') continue;
    const items = [idOf.item(status, action.to)];
    const next: string | null = isDone(action.to) ? (action.resolution ?? resolution) : null;
    if (next !== resolution) items.push(resolutionItem(resolution, next));
    if (next !== null && resolution === null) resolvedAtMs = action.atMs;
    if (next === null) resolvedAtMs = null;
    histories.push(change(script, action, items));
    status = action.to;
    resolution = next;
  }
  const rated = past.findLast((action) => action.kind === 'rate');
  return site.importIssue({
    project: script.deskKey,
    requestType: script.requestType,
    issueType: ISSUE_TYPE,
    priority: script.priority,
    reporter: accountIdOf(script, { role: 'requester' }),
    assignee,
    summary: script.summary,
    createdMs: script.openedAtMs,
    resolutionDateMs: resolvedAtMs,
    status: STATUS_NAMES[status],
    resolution,
    histories,
    comments: past.flatMap((action) =>
      action.kind === 'comment'
        ? [
            {
              atMs: action.atMs,
              authorAccountId: accountIdOf(script, action.by),
              isPublic: action.isPublic,
              body: action.text,
            },
          ]
        : [],
    ),
    updatedMs: past.at(-1)?.atMs ?? script.openedAtMs,
    satisfaction: rated?.kind === 'rate' ? { rating: rated.rating, atMs: rated.atMs } : null,
  });
}

const change = (
  script: TicketScript,
  action: ScriptAction & { readonly by: ScriptActor },
  items: History['items'],
): History => ({
  atMs: action.atMs,
  authorAccountId: accountIdOf(script, action.by),
  items,
});

const assigneeItem = (from: string | null, to: string): History['items'][number] => ({
  field: 'assignee',
  from,
  fromString: from,
  to,
  toString: to,
});

const resolutionItem = (from: string | null, to: string | null): History['items'][number] => ({
  field: 'resolution',
  fromString: from,
  toString: to,
});

class StatusIds {
  readonly #ids: ReadonlyMap<string, string>;

  constructor(site: JiraSite) {
    this.#ids = new Map(site.reading.listStatuses().map(({ id, name }) => [name, id]));
  }

  item(from: ScriptStatus, to: ScriptStatus): History['items'][number] {
    return {
      field: 'status',
      from: this.#ids.get(STATUS_NAMES[from]) ?? null,
      fromString: STATUS_NAMES[from],
      to: this.#ids.get(STATUS_NAMES[to]) ?? null,
      toString: STATUS_NAMES[to],
    };
  }
}
