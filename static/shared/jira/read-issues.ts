import type { Host } from '../host';
import { asArray, asRecord, asText } from '../read-json';

/** What the viewer may see of a ticket in Jira itself; the app stores none of it. */
export interface JiraIssue {
  readonly key: string;
  readonly summary: string;
  readonly status: string;
}

/** Jira takes so many in one search. */
const ISSUES_PER_SEARCH = 100;

/** By issue id. Issues that the viewer may not see, or that are gone, are left out. */
export async function readIssues(
  { askJira }: Pick<Host, 'askJira'>,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, JiraIssue>> {
  const found = new Map<string, JiraIssue>();
  for (let i = 0; i < issueIds.length; i += ISSUES_PER_SEARCH) {
    const ids = issueIds.slice(i, i + ISSUES_PER_SEARCH);
    const { status, body } = await askJira('/rest/api/3/issue/bulkfetch', {
      issueIdsOrKeys: ids,
      fields: ['summary', 'status'],
    });
    if (status !== 200) throw new Error(`Jira answered ${status} to a search for tickets`);
    for (const issue of asArray(asRecord(body)['issues'])) {
      const { id, key, fields } = asRecord(issue);
      const { summary, status: state } = asRecord(fields);
      found.set(asText(id) ?? '', {
        key: asText(key) ?? '',
        summary: asText(summary) ?? '',
        status: asText(asRecord(state)['name']) ?? '',
      });
    }
  }
  return found;
}
