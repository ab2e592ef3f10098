/** A search for exactly these tickets. */
export const jqlOfIssues = (issueIds: readonly string[]): string =>
  `id in (${issueIds.join(', ')}) ORDER BY updated DESC`;

/** Where Jira shows the result of a search. */
export const searchAddress = (jql: string): string =>
  `/issues/?${new URLSearchParams({ jql }).toString()}`;
