import { aSite } from './site-fixture';

/** A request of Cleo's to the HR desk, which Ada may not see. */
const aHiddenRequest = (site: ReturnType<typeof aSite>['site']) =>
  site.createIssue({ by: 'cleo', project: 'HR', requestType: 'Ask HR', summary: 'Pay' });

describe('permissions', () => {
  it.each([
    ['the app', null, 200],
    ['an agent', 'ada', 200],
    ['a site admin', 'root', 200],
    ['the customer who reported it', 'cleo', 404],
    ['another customer', 'carl', 404],
    ['an account that does not exist', 'ghost', 401],
  ])('answers %s who asks for an issue with %s → %i', async (_who, as, expected) => {
    const { ask, aRequest } = aSite();
    const { key } = aRequest();

    const { status, body } = await ask('GET', `/rest/api/3/issue/${key}`, { as });

    expect(status).toBe(expected);
    if (expected === 404) {
      expect(body).toEqual({
        errorMessages: ['Issue does not exist or you do not have permission to see it.'],
        errors: {},
      });
    }
  });

  it('answers an unknown issue as a forbidden one', async () => {
    const { ask, aRequest } = aSite();
    const { key } = aRequest();

    const forbidden = await ask('GET', `/rest/api/3/issue/${key}`, { as: 'carl' });
    const unknown = await ask('GET', '/rest/api/3/issue/ITH-99', { as: 'carl' });

    expect(unknown.body).toEqual(forbidden.body);
  });

  it('shows the portal to the reporter without internal comments, queues or SLA', async () => {
    const { site, ask, aRequest } = aSite();
    const { key } = aRequest();
    site.addComment({ by: 'ada', issue: key, body: 'Secret', isPublic: false });
    site.addComment({ by: 'ada', issue: key, body: 'Hello', isPublic: true });
    const path = `/rest/servicedeskapi/request/${key}`;

    const comments = await ask('GET', `${path}/comment`, { as: 'cleo' });
    const values = (comments.body as { values: { body: string }[] }).values;

    expect(values.map(({ body }) => body)).toEqual(['Hello']);
    expect((await ask('GET', path, { as: 'cleo' })).status).toBe(200);
    expect((await ask('GET', path, { as: 'carl' })).status).toBe(404);
    expect((await ask('GET', `${path}/sla`, { as: 'cleo' })).status).toBe(403);
    const queues = '/rest/servicedeskapi/servicedesk/1/queue';
    expect((await ask('GET', queues, { as: 'cleo' })).status).toBe(403);
    expect((await ask('GET', queues, { as: 'ada' })).status).toBe(200);
  });

  it('leaves out of a bulk fetch what the asker may not see, and says which that is', async () => {
    const { site, ask, aRequest } = aSite();
    const { id } = aRequest();
    const hidden = aHiddenRequest(site);
    const body = { issueIdsOrKeys: [id, hidden.id], fields: ['summary', 'status'] };

    const answer = await ask('POST', '/rest/api/3/issue/bulkfetch', { as: 'ada', body });

    expect(answer.body).toMatchObject({ issues: [{ id }], issueErrors: [{ id: hidden.id }] });
    expect((answer.body as { issues: unknown[] }).issues).toHaveLength(1);
    expect(JSON.stringify(answer.body)).not.toContain('Pay');
  });

  it('refuses a search that names an issue which the asker may not see', async () => {
    const { site, ask, aRequest } = aSite();
    const { key } = aRequest();
    const hidden = aHiddenRequest(site);
    const body = { jql: `issue in (${key}, ${hidden.key})`, fields: ['summary'] };
    const answer = await ask('POST', '/rest/api/3/search/jql', { as: 'ada', body });

    expect(answer).toMatchObject({
      status: 400,
      body: {
        errorMessages: [`An issue with key '${hidden.key}' does not exist for field 'issue'.`],
      },
    });
  });

  it("tells a project's statuses, by type of issue, to those who may browse it", async () => {
    const { ask } = aSite();
    const answer = await ask('GET', '/rest/api/3/project/ITH/statuses', { as: 'ada' });
    const types = answer.body as { name: string; statuses: { name: string }[] }[];

    expect(types.map(({ name }) => name)).toEqual([
      '[System] Service request',
      '[System] Incident',
    ]);
    expect(types[0]?.statuses.map(({ name }) => name)).toContain('Waiting for support');
    expect((await ask('GET', '/rest/api/3/project/HR/statuses', { as: 'ada' })).status).toBe(404);
    expect((await ask('GET', '/rest/api/3/project/ITH/statuses', { as: 'cleo' })).status).toBe(404);
  });

  it('says what the asker may do in a project', async () => {
    const { ask } = aSite();
    const path =
      '/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER_PROJECTS,ADMINISTER';
    const held = async (as: string | null, where: string) => {
      const { status, body } = await ask('GET', `${path}&${where}`, { as });
      if (status !== 200) return status;
      const { permissions } = body as {
        permissions: Record<string, { havePermission: boolean }>;
      };
      return Object.keys(permissions).filter((key) => permissions[key]?.havePermission);
    };

    expect(await held('ada', 'projectKey=ITH')).toEqual(['BROWSE_PROJECTS']);
    expect(await held('root', 'projectKey=HR')).toEqual([
      'BROWSE_PROJECTS',
      'ADMINISTER_PROJECTS',
      'ADMINISTER',
    ]);
    expect(await held('ada', 'projectKey=HR')).toBe(404);
    expect(await held(null, 'projectId=10000')).toEqual(['BROWSE_PROJECTS', 'ADMINISTER_PROJECTS']);
    expect((await ask('GET', '/rest/api/3/mypermissions')).status).toBe(400);
    const unknown = await ask('GET', '/rest/api/3/mypermissions?permissions=FLY');
    expect(unknown.body).toEqual({ errorMessages: [], errors: { FLY: 'Unrecognized permission' } });
  });

  it('checks the permissions of others for the app and administrators alone', async () => {
    const { ask, aRequest } = aSite();
    const { id } = aRequest();
    const body = {
      accountId: 'ada',
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [
        { permissions: ['BROWSE_PROJECTS'], projects: [10_000, 10_001], issues: [Number(id)] },
      ],
    };
    const path = '/rest/api/3/permissions/check';

    expect((await ask('POST', path, { body })).body).toEqual({
      globalPermissions: [],
      projectPermissions: [
        { permission: 'BROWSE_PROJECTS', projects: [10_000], issues: [Number(id)] },
      ],
    });
    expect((await ask('POST', path, { as: 'bot', body })).status).toBe(403);
    expect((await ask('POST', path, { as: 'root', body })).status).toBe(200);
  });

  it('lets nobody but the app write its field', async () => {
    const { ask, aRequest } = aSite();
    const { id } = aRequest();
    const body = { updates: [{ issueIds: [Number(id)], value: 'x' }] };
    const path = '/rest/api/3/app/field/customfield_10100/value';

    expect((await ask('PUT', path, { as: 'root', body })).status).toBe(403);
    expect((await ask('PUT', path, { body })).status).toBe(204);
    const byKey = encodeURIComponent('ari:cloud:ecosystem::extension/a/e/static/outcome-field');
    expect((await ask('PUT', `/rest/api/3/app/field/${byKey}/value`, { body })).status).toBe(204);
    const wrong = { updates: [{ issueIds: [Number(id)], value: 7 }] };
    expect((await ask('PUT', path, { body: wrong })).status).toBe(400);
  });

  it('lets people act only as far as they may', () => {
    const { site, aRequest } = aSite();
    const { key } = aRequest();

    expect(() => site.assign({ by: 'cleo', issue: key, assignee: 'ada' })).toThrow('ASSIGN_ISSUES');
    expect(() => site.assign({ by: 'ada', issue: key, assignee: 'carl' })).toThrow('carl lacks');
    expect(() => site.transition({ by: 'carl', issue: key, to: 'Resolved' })).toThrow('carl lacks');
    expect(() => site.transition({ by: 'cleo', issue: key, to: 'Closed' })).toThrow('cleo lacks');
    expect(() =>
      site.addComment({ by: 'cleo', issue: key, body: 'Psst', isPublic: false }),
    ).toThrow('may not comment');
    expect(() =>
      site.addComment({ by: 'carl', issue: key, body: 'Me too', isPublic: true }),
    ).toThrow('may not comment');
    expect(() => site.transition({ by: 'ada', issue: key, to: 'Asleep' })).toThrow(
      'to: "Asleep" is unknown',
    );
  });
});
