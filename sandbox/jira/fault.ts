/** A refusal as Jira words it; the REST layer turns it into the response. */
export class JiraFault extends Error {
  constructor(
    readonly status: number,
    message: string,
    /** By field, where Jira blames one. */
    readonly errors: Readonly<Record<string, string>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'JiraFault';
  }
}

export const noSuchIssue = (): JiraFault =>
  new JiraFault(404, 'Issue does not exist or you do not have permission to see it.');

export const badRequest = (message: string): JiraFault => new JiraFault(400, message);
