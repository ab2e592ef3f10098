import { createJiraDeskAccess } from '../../src/adapters/jira/jira-desk-access';
import type { JiraApi, JiraResponse } from '../../src/adapters/jira/jira-api';
import type { DeskAccess } from '../../src/ports/desk-access';
import type { JiraSite } from '../../sandbox/jira/site';

/** What a person may see and do on a simulated site, asked of it as that person. */
export function viewerAccess(site: JiraSite, accountId: string): DeskAccess {
  const get = async (path: string): Promise<JiraResponse> => {
    const { response } = site.handle({
      method: 'GET',
      path,
      headers: new Headers(),
      body: null,
      caller: { provider: 'user', accountId },
    });
    const text = await response.text();
    return {
      status: response.status,
      header: (name) => response.headers.get(name),
      json: () => Promise.resolve(JSON.parse(text) as unknown),
    };
  };
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
