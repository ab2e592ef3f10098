import type { JiraSite } from '../../sandbox/jira/site';

/** `jira:<issue id>` of an issue's key on a site. */
export function ticketIdAt(site: JiraSite, key: string): string {
  const issue = site.reading.readIssue(key, null)?.issue;
  if (issue === undefined) throw new Error(`There is no issue ${key}`);
  return `jira:${issue.id}`;
}
