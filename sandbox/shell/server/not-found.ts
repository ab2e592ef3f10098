import { JiraFault } from '../../jira/fault';

/** What is not there is told like what is not theirs. */
export const notFound = (): JiraFault =>
  new JiraFault(404, 'Not found, or you have no permission to see it.');
