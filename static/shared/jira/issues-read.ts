import type { JiraIssue } from './read-issues';

/** What Jira has told the viewer of some tickets. */
export interface IssuesRead {
  /** `loading` while any of them is still asked for; `failed` when Jira did not answer. */
  readonly status: 'loading' | 'failed' | 'read';
  /** By issue id; those known already while the others are asked for. */
  readonly issues: ReadonlyMap<string, JiraIssue>;
}

/** How the viewer sees a ticket: `unread` when Jira did not answer. */
export type Sight = 'loading' | 'visible' | 'hidden' | 'unread';

const UNKNOWN: Readonly<Record<IssuesRead['status'], Sight>> = {
  loading: 'loading',
  failed: 'unread',
  read: 'hidden',
};

export const sightOf = ({ status, issues }: IssuesRead, issueId: string): Sight =>
  issues.has(issueId) ? 'visible' : UNKNOWN[status];
