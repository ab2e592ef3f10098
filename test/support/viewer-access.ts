import { createJiraDeskAccess } from '../../src/adapters/jira/jira-desk-access';
import type { JiraApi, JiraResponse } from '../../src/adapters/jira/jira-api';
import type { DeskAccess } from '../../src/ports/desk-access';
import type { JiraSite } from '../../sandbox/jira/site';
import { askSite } from './ask-site';

/** What a person may see and do on a simulated site, asked of it as that person. */
export function viewerAccess(site: JiraSite, accountId: string): DeskAccess {
  const get = (path: string): Promise<JiraResponse> =>
    askSite(site, { provider: 'user', accountId }, { method: 'GET', path });
  const asked: Partial<JiraApi> = {
    readProjectAsViewer: (idOrKey) => get(`/rest/api/3/project/${idOrKey}`),
    readIssueProjectAsViewer: (idOrKey) =>
      get(`/rest/api/3/issue/${idOrKey}?fields=project,created`),
    readPermissionsAsViewer: ({ permissions, projectId }) =>
      get(
        `/rest/api/3/mypermissions?permissions=${permissions.join(',')}${projectId === null ? '' : `&projectId=${projectId}`}`,
      ),
  };
  return createJiraDeskAccess(asked as JiraApi);
}
