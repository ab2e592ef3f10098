/** A response of Jira, whatever its status. */
export interface JiraResponse {
  readonly status: number;
  header(name: string): string | null;
  /** The parsed body; null when there is none or it is no JSON. */
  json(): Promise<unknown>;
}

export interface SearchRequest {
  readonly jql: string;
  readonly fields: readonly string[];
  readonly maxResults: number;
  readonly nextPageToken?: string;
}

/** What one write changes of an issue. */
export interface IssueEdits {
  /** By field id, as Jira's REST takes them. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly update?: { readonly labels: readonly { readonly add: string }[] };
}

export interface NewComment {
  /** Atlassian's document format. */
  readonly body: unknown;
  readonly properties: readonly { readonly key: string; readonly value: unknown }[];
}

/**
 * The endpoints of Jira Cloud that the app uses, one method each. `As the app` unless the name says
 * `…AsViewer`, which is asked as the person looking.
 */
export interface JiraApi {
  listStatuses(): Promise<JiraResponse>;
  listFields(): Promise<JiraResponse>;
  readServerInfo(): Promise<JiraResponse>;
  listServiceProjects(startAt: number): Promise<JiraResponse>;
  searchIssues(request: SearchRequest): Promise<JiraResponse>;
  countIssues(jql: string): Promise<JiraResponse>;
  fetchIssues(request: {
    readonly issueIdsOrKeys: readonly string[];
    readonly fields: readonly string[];
  }): Promise<JiraResponse>;
  fetchChangelogs(request: {
    readonly issueIdsOrKeys: readonly string[];
    readonly fieldIds: readonly string[];
    readonly maxResults: number;
    readonly nextPageToken?: string;
  }): Promise<JiraResponse>;
  listComments(issueId: string, startAt: number): Promise<JiraResponse>;
  readUsers(accountIds: readonly string[]): Promise<JiraResponse>;

  putIssueProperty(issueId: string, value: unknown): Promise<JiraResponse>;
  putIssueProperties(
    issues: readonly { readonly issueId: number; readonly value: unknown }[],
  ): Promise<JiraResponse>;
  putOutcomeField(
    updates: readonly { readonly issueIds: readonly number[]; readonly value: string }[],
  ): Promise<JiraResponse>;

  /** With the comments' properties, newest first. */
  listNewestComments(issueId: string, startAt: number): Promise<JiraResponse>;
  postComment(issueId: string, comment: NewComment): Promise<JiraResponse>;
  editIssue(issueId: string, edits: IssueEdits): Promise<JiraResponse>;
  listTransitions(issueId: string): Promise<JiraResponse>;
  postTransition(issueId: string, transitionId: string): Promise<JiraResponse>;

  readProjectAsViewer(idOrKey: string): Promise<JiraResponse>;
  listServiceProjectsAsViewer(startAt: number): Promise<JiraResponse>;
  readIssueProjectAsViewer(idOrKey: string): Promise<JiraResponse>;
  /** With the groups that the person belongs to. */
  readMyselfAsViewer(): Promise<JiraResponse>;
  readPermissionsAsViewer(query: {
    readonly permissions: readonly string[];
    readonly projectId: string | null;
  }): Promise<JiraResponse>;
}
