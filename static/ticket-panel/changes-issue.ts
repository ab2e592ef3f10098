/** Whether Jira's `JIRA_ISSUE_CHANGED` is about this issue; an event that names none may be. */
export function changesIssue(payload: unknown, issue: string): boolean {
  if (typeof payload !== 'object' || payload === null || !('issueId' in payload)) return true;
  const { issueId } = payload;
  const isId = /^\d+$/.test(issue);
  return !isId || String(issueId) === issue;
}
