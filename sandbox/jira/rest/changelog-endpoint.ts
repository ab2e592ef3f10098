import { z } from 'zod';

import { badRequest } from '../fault';
import type { SiteHistory, SiteIssue } from '../model';
import type { Endpoint } from './endpoint';
import { findMany } from './issue-endpoints';
import { historyJson } from './issue-json';
import { readBody } from './read-request';

const schema = z.strictObject({
  issueIdsOrKeys: z.array(z.string()).min(1).max(1_000),
  fieldIds: z.array(z.string()).max(10).optional(),
  maxResults: z.int().min(1).max(10_000).optional(),
  nextPageToken: z.string().nullish(),
});
const DEFAULT_RESULTS = 1_000;

interface Entry {
  readonly issue: SiteIssue;
  readonly history: SiteHistory;
}

/**
 * Histories of many issues, oldest first across all of them: a page may hold a part of an issue's
 * histories, and the next page the rest. `created` is a number here, in epoch milliseconds.
 */
export const changelogEndpoint: Endpoint = {
  method: 'POST',
  template: '/rest/api/3/changelog/bulkfetch',
  handle(request) {
    const { site } = request;
    const body = readBody(request.body, schema);
    const { found } = findMany(request, body.issueIdsOrKeys);
    const entries = found.flatMap((issue) => entriesOf(issue, body.fieldIds ?? []));
    entries.sort(
      (a, b) => a.history.atMs - b.history.atMs || a.issue.numericId - b.issue.numericId,
    );
    const from = readToken(body.nextPageToken ?? null);
    const to = from + (body.maxResults ?? DEFAULT_RESULTS);
    const perIssue = new Map<SiteIssue, SiteHistory[]>();
    for (const { issue, history } of entries.slice(from, to)) {
      perIssue.set(issue, [...(perIssue.get(issue) ?? []), history]);
    }
    const issueChangeLogs = [...perIssue].map(([issue, histories]) => ({
      issueId: issue.id,
      changeHistories: histories.map((history) => ({
        ...historyJson(history, site),
        created: history.atMs,
      })),
    }));
    return {
      status: 200,
      body: { issueChangeLogs, ...(to < entries.length ? { nextPageToken: writeToken(to) } : {}) },
      coreObjects: issueChangeLogs.length,
    };
  },
};

/** Of the fields asked for, all of them when none is named. */
function entriesOf(issue: SiteIssue, fieldIds: readonly string[]): readonly Entry[] {
  if (fieldIds.length === 0) return issue.histories.map((history) => ({ issue, history }));
  return issue.histories.flatMap((history) => {
    const items = history.items.filter(({ fieldId }) => fieldIds.includes(fieldId));
    return items.length === 0 ? [] : [{ issue, history: { ...history, items } }];
  });
}

const writeToken = (from: number): string => Buffer.from(`changes:${from}`).toString('base64url');

function readToken(token: string | null): number {
  if (token === null) return 0;
  const [, from] = /^changes:(\d+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (from === undefined) throw badRequest('nextPageToken is not valid for this query.');
  return Number(from);
}
