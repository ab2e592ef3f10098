import { createHash } from 'node:crypto';

import { badRequest } from '../fault';
import type { SiteIssue } from '../model';
import type { JqlClause, JqlOrder } from './ast';
import { compileClause, withoutNot } from './compile';
import type { FieldContext, JqlField, JqlValue } from './field';
import { findJqlField } from './fields';
import { parseJql } from './parser';

type SortKey = readonly (JqlValue | null)[];

interface Row {
  readonly issue: SiteIssue;
  /** What ORDER BY sorts by, then the id. */
  readonly keys: SortKey;
}

interface Found {
  readonly rows: readonly Row[];
  readonly descending: readonly boolean[];
  /** Null when the result does not depend on the time. */
  readonly foundAtMs: number | null;
}

export interface SearchPage {
  readonly issues: readonly SiteIssue[];
  /** Null on the last page. */
  readonly nextPageToken: string | null;
}

const KEPT_RESULTS = 16;

/** Searches with JQL. A page token names the last issue told, so that resuming costs no rescan. */
export class JqlSearch {
  readonly #kept = new Map<string, Found>();

  count(jql: string, context: FieldContext): number {
    return this.#find(jql, context, true).rows.length;
  }

  /** Every match in order, for queues; such a query may restrict nothing. */
  all(jql: string, context: FieldContext): readonly SiteIssue[] {
    return this.#find(jql, context, false).rows.map(({ issue }) => issue);
  }

  page(
    jql: string,
    context: FieldContext,
    { size, token }: { readonly size: number; readonly token: string | null },
  ): SearchPage {
    const found = this.#find(jql, context, true);
    const from = token === null ? 0 : placeAfter(readToken(token, jql), found);
    const rows = found.rows.slice(from, from + size);
    const last = rows.at(-1);
    const isLast = last === undefined || from + rows.length >= found.rows.length;
    return {
      issues: rows.map(({ issue }) => issue),
      nextPageToken: isLast ? null : writeToken(last, jql),
    };
  }

  #find(jql: string, context: FieldContext, isBounded: boolean): Found {
    const { store, asker, nowMs } = context;
    const who = asker.kind === 'app' ? '' : asker.accountId;
    const key = JSON.stringify([store.version, who, isBounded, jql]);
    const kept = this.#kept.get(key);
    if (kept !== undefined && (kept.foundAtMs === null || kept.foundAtMs === nowMs)) return kept;
    const watched = watchNow(context);
    const found = search(jql, watched.context, isBounded);
    const result = { ...found, foundAtMs: watched.isNowUsed() ? nowMs : null };
    this.#kept.delete(key);
    this.#kept.set(key, result);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT_RESULTS && oldest !== undefined) this.#kept.delete(oldest);
    return result;
  }
}

/** Tells whether a query reads the clock: its result then lasts as long as the moment. */
function watchNow(context: FieldContext) {
  let isUsed = false;
  const watched: FieldContext = {
    ...context,
    get nowMs() {
      isUsed = true;
      return context.nowMs;
    },
  };
  return { context: watched, isNowUsed: () => isUsed };
}

function search(jql: string, context: FieldContext, isBounded: boolean): Omit<Found, 'foundAtMs'> {
  const query = parseJql(jql);
  if (query.where === null && isBounded) {
    throw badRequest(
      'Unbounded JQL queries are not allowed here. Please add a search restriction to your query.',
    );
  }
  const where = query.where === null ? null : withoutNot(query.where);
  const matches = where === null ? () => true : compileClause(where, context);
  const order = query.orderBy.length === 0 ? [NEWEST_FIRST] : query.orderBy;
  const fields = order.map(({ field }) => findJqlField(field, context));
  const rows = candidates(where, context)
    .filter(matches)
    .map((issue): Row => ({
      issue,
      keys: [...fields.map((field) => sortKey(issue, field)), issue.numericId],
    }));
  const descending = order.map(({ isDescending }) => isDescending);
  rows.sort((a, b) => compareKeys(a.keys, b.keys, descending));

  return { rows, descending };
}

const NEWEST_FIRST: JqlOrder = { field: 'id', isDescending: true };

function sortKey(issue: SiteIssue, field: JqlField): JqlValue | null {
  if (field.sortBy !== undefined) return field.sortBy(issue);
  const reading = field.read(issue);
  return reading !== null && typeof reading === 'object' ? (reading[0] ?? null) : reading;
}

/** The issues that can match: of the projects the query names, and that the asker may browse. */
function candidates(where: JqlClause | null, context: FieldContext): readonly SiteIssue[] {
  const { store, access, asker } = context;
  const named = where === null ? null : projectsOf(where, context);
  return access
    .browsable(asker)
    .filter(({ id }) => named === null || named.has(id))
    .flatMap((project) => store.issuesOf(project));
}

/** Ids of the projects outside which nothing matches; null when the query does not say. */
function projectsOf(where: JqlClause, context: FieldContext): ReadonlySet<JqlValue> | null {
  const parts = where.kind === 'and' ? where.clauses : [where];
  for (const part of parts) {
    if (part.kind !== 'test' || part.field.toLowerCase() !== 'project') continue;
    if (part.operator !== '=' && part.operator !== 'in') continue;
    const field = findJqlField(part.field, context);
    const values = part.operands.flatMap((operand) =>
      operand.kind === 'empty' ? [] : [field.resolve(operand)],
    );
    return new Set(values);
  }
  return null;
}

/** EMPTY comes last, or first when descending; the id settles equals, so that order is total. */
function compareKeys(a: SortKey, b: SortKey, descending: readonly boolean[]): number {
  for (let i = 0; i < a.length; i += 1) {
    const sign = descending[i] === true ? -1 : 1;
    const [left, right] = [a[i] ?? null, b[i] ?? null];
    if (left === right) continue;
    if (left === null) return sign;
    if (right === null) return -sign;
    return left < right ? -sign : sign;
  }
  return 0;
}

/** Binary search: the first row behind the last one told, wherever that has gone since. */
function placeAfter(last: SortKey, { rows, descending }: Found): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && compareKeys(row.keys, last, descending) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const fingerprint = (jql: string): string =>
  createHash('sha256').update(jql).digest('base64url').slice(0, 12);

const writeToken = (last: Row, jql: string): string =>
  Buffer.from(JSON.stringify([fingerprint(jql), ...last.keys])).toString('base64url');

function readToken(token: string, jql: string): SortKey {
  const invalid = badRequest('nextPageToken is not valid for this query.');
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (!Array.isArray(value) || value[0] !== fingerprint(jql)) throw invalid;
    return value.slice(1) as SortKey;
  } catch {
    throw invalid;
  }
}
