import { z } from 'zod';

import { ok, type Result } from '../../domain/app-error';
import type { Cache } from '../../ports/cache';
import type { DeskRef, SnapshotPage, SourceDesk, TicketSource } from '../../ports/ticket-source';
import { parseResponse } from './call-jira';
import type { JiraApi } from './jira-api';
import {
  completeIssues,
  fieldsToAskFor,
  rawIssueSchema,
  readSnapshotsOf,
  type RawIssue,
  type SnapshotDeps,
} from './read-snapshots';
import { readSiteCatalogue } from './site-catalogue';

/** The most a search gives at once when more than ids are asked for. */
const ISSUES_PER_SEARCH = 100;
/** Searches whose issues share one request for their histories. */
const SEARCHES_PER_PAGE = 5;
const PROJECTS_PER_PAGE = 50;

const projectPageSchema = z.object({
  values: z.array(z.object({ id: z.string(), key: z.string() })),
  isLast: z.boolean().nullish(),
});
const searchSchema = z.object({
  issues: z.array(rawIssueSchema),
  nextPageToken: z.string().nullish(),
});

export interface JiraSourceDeps extends SnapshotDeps {
  readonly api: JiraApi;
  readonly cache: Cache;
}

/**
 * Jira as a source of tickets with whole histories. A search gives the issues themselves: asking for
 * ids and fetching the issues then would be charged twice. About one request an 80 tickets.
 */
export function createJiraTicketSource(deps: JiraSourceDeps): TicketSource {
  const readFound = async (jql: string, cursor: string | null): Promise<Result<SnapshotPage>> => {
    const fields = await fieldsToAskFor(deps);
    if (!fields.ok) return fields;
    const found: RawIssue[] = [];
    let token = cursor;
    for (let i = 0; i < SEARCHES_PER_PAGE; i += 1) {
      const response = await deps.api.searchIssues({
        jql,
        fields: fields.value,
        maxResults: ISSUES_PER_SEARCH,
        ...(token === null ? {} : { nextPageToken: token }),
      });
      const page = await parseResponse(response, searchSchema);
      if (!page.ok) return page;
      found.push(...page.value.issues);
      token = page.value.nextPageToken ?? null;
      if (token === null) break;
    }
    const completed = await completeIssues(deps, found);
    return completed.ok ? ok({ ...completed.value, nextCursor: token }) : completed;
  };

  return {
    listDesks: () => listDesks(deps),

    async countTickets(desk) {
      const schema = z.object({ count: z.int().min(0) });
      const counted = await parseResponse(await deps.api.countIssues(projectOf(desk)), schema);
      return counted.ok ? ok(counted.value.count) : counted;
    },

    readPage: (desk, cursor) =>
      readFound(`${projectOf(desk)} ORDER BY created ASC, id ASC`, cursor),

    // Relative time: an absolute one would be read in the zone of whoever asks.
    readUpdatedPage(desk, { sinceMin, except }, cursor) {
      const own =
        except === null
          ? ''
          : ` AND (updated < "-${Math.ceil(except.fromMin)}m" OR updated > "-${Math.floor(except.toMin)}m")`;
      return readFound(
        `${projectOf(desk)} AND updated >= "-${Math.ceil(sinceMin)}m"${own} ORDER BY updated ASC, id ASC`,
        cursor,
      );
    },

    readSnapshots: (_desk, ticketIds) =>
      readSnapshotsOf(
        deps,
        ticketIds.map((id) => id.replace(/^jira:/, '')),
      ),
  };
}

const projectOf = ({ deskId }: DeskRef): string => `project = ${deskId.replace(/^jira:/, '')}`;

async function listDesks(deps: JiraSourceDeps): Promise<Result<readonly SourceDesk[]>> {
  const site = await readSiteCatalogue(deps, { statusIds: [] });
  if (!site.ok) return site;
  const desks: SourceDesk[] = [];
  for (let startAt = 0; ; startAt += PROJECTS_PER_PAGE) {
    const page = await parseResponse(
      await deps.api.listServiceProjects(startAt),
      projectPageSchema,
    );
    if (!page.ok) return page;
    for (const { id, key } of page.value.values) {
      desks.push({ deskId: `jira:${id}`, key, timeZone: site.value.timeZone });
    }
    if (page.value.isLast !== false || page.value.values.length === 0) return ok(desks);
  }
}
