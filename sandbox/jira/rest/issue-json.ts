import { jiraTime } from '../jira-time';
import type { SiteHistory, SiteIssue } from '../model';
import type { SiteContext } from './endpoint';
import { readFields, type FieldReading } from './issue-fields';
import { accountJson } from './user-json';

/** A single issue embeds many comments. */
export const COMMENTS_OF_ONE = 5_000;
/** How an issue embeds its latest histories. */
const EMBEDDED_HISTORIES = 100;

export interface IssueShape {
  readonly fieldIds: readonly string[];
  /** Keys of entity properties to include. */
  readonly properties: readonly string[];
  readonly withChangelog: boolean;
  readonly maxHistories?: number;
}

export function issueJson(issue: SiteIssue, shape: IssueShape, reading: FieldReading) {
  const { site } = reading;
  return {
    ...issueRef(issue, site.baseUrl),
    fields: readFields(issue, shape.fieldIds, reading),
    ...(shape.properties.length === 0 ? {} : { properties: propertiesOf(issue, shape.properties) }),
    ...(shape.withChangelog
      ? { changelog: changelogOf(issue, site, shape.maxHistories ?? EMBEDDED_HISTORIES) }
      : {}),
  };
}

export const issueRef = ({ id, key }: SiteIssue, baseUrl: string) => ({
  expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
  id,
  self: `${baseUrl}/rest/api/3/issue/${id}`,
  key,
});

export function historyJson(history: SiteHistory, site: SiteContext) {
  const author = accountJson(site.store, history.authorAccountId, site.baseUrl);
  return {
    id: history.id,
    ...(author === null ? {} : { author }),
    created: jiraTime(history.atMs),
    items: history.items,
  };
}

function propertiesOf(issue: SiteIssue, keys: readonly string[]) {
  const known = keys.filter((key) => issue.properties.has(key));
  return Object.fromEntries(known.map((key) => [key, issue.properties.get(key)]));
}

/** Newest first, as Jira embeds them. */
function changelogOf({ histories }: SiteIssue, site: SiteContext, maxResults: number) {
  const newest = histories.slice(-maxResults).reverse();
  return {
    startAt: 0,
    maxResults: newest.length,
    total: histories.length,
    histories: newest.map((history) => historyJson(history, site)),
  };
}
