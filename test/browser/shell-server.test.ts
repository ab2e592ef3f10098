import { request } from 'node:http';

import { AGENT, CUSTOMER, OTHER_AGENT, tagOf } from '../support/app-world';
import { openDesk, type OpenDesk } from './desk-world';

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

jest.setTimeout(60_000);

describe("the page's server", () => {
  let desk: OpenDesk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(() => desk.close());

  const ask = async (
    accountId: string,
    path: string,
    init: { readonly method?: string; readonly body?: unknown } = {},
  ): Promise<Answer> => {
    const response = await fetch(`${desk.shell.url}${path}`, {
      method: init.method ?? 'GET',
      headers: { 'x-account-id': accountId, 'content-type': 'application/json' },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });
    return { status: response.status, body: await response.json() };
  };
  const panelOrigin = async (): Promise<string> => {
    const { body } = await ask(AGENT, '/api/state');
    return (body as { readonly panelOrigin: string }).panelOrigin;
  };
  const panel = async (name: string): Promise<Response> => fetch(`${await panelOrigin()}/${name}`);

  it('lists the desks that a person may browse, and no other', async () => {
    expect((await ask(AGENT, '/api/state')).body).toMatchObject({ projects: [{ key: 'IT' }] });
    expect((await ask(OTHER_AGENT, '/api/state')).body).toMatchObject({
      projects: [{ key: 'HR' }],
    });
    expect((await ask(CUSTOMER, '/api/state')).body).toMatchObject({ projects: [] });
  });

  it("says the app's outcome in the queue, and of an issue with its raw tag", async () => {
    const { held, pending } = desk.tickets;
    const { body } = await ask(AGENT, '/api/projects/IT/queues');
    const { queues } = body as { queues: readonly { id: string; name: string }[] };
    const resolved = queues.find(({ name }) => name === 'Resolved');
    const queue = await ask(AGENT, `/api/projects/IT/queues/${resolved?.id ?? ''}`);
    expect(queue.body).toMatchObject({ total: 4 });
    const { issues } = queue.body as { issues: readonly { key: string; aiOutcome: string }[] };
    expect(issues.find(({ key }) => key === held)?.aiOutcome).toBe('AI-resolved');
    expect(issues.find(({ key }) => key === pending)?.aiOutcome).toBe('AI-resolved (pending)');
    expect((await ask(AGENT, `/api/issues/${held}`)).body).toMatchObject({
      tag: { outcome: 'ai-resolved', agent: 'Atlas' },
    });
  });

  it.each(['/api/projects/IT/queues', '/api/issues/IT-1'])(
    'hides %s from an agent of another desk and from a customer',
    async (path) => {
      for (const accountId of [OTHER_AGENT, CUSTOMER, 'nobody', '']) {
        expect((await ask(accountId, path)).status).toBe(404);
      }
      expect((await ask(AGENT, path)).status).toBe(200);
    },
  );

  it('refuses an act that the person may not do, and changes nothing', async () => {
    const key = desk.tickets.held;
    const act = { method: 'POST', body: { kind: 'move', to: 'In Progress' } };
    const { status } = await ask(OTHER_AGENT, `/api/issues/${key}/act`, act);
    expect([403, 404]).toContain(status);
    expect((await ask(AGENT, `/api/issues/${key}`)).body).toMatchObject({
      status: { name: 'Resolved' },
    });
  });

  it('lets an act reach the app, which tags the ticket anew', async () => {
    const key = desk.tickets.pending;
    const act = (body: unknown) => ask(AGENT, `/api/issues/${key}/act`, { method: 'POST', body });
    expect((await act({ kind: 'move', to: 'In Progress' })).body).toMatchObject({
      status: { name: 'In Progress' },
    });
    expect(tagOf(desk, key)).toMatchObject({ outcome: 'pending' });
    await ask(AGENT, '/api/clock', { method: 'POST', body: { kind: 'jump', ms: 600_000 } });
    expect(tagOf(desk, key)).not.toMatchObject({ outcome: 'pending' });
  });

  it('says which field of an act is wrong', async () => {
    const path = `/api/issues/${desk.tickets.held}/act`;
    const answer = await ask(AGENT, path, { method: 'POST', body: { kind: 'comment', body: '' } });
    expect(answer.status).toBe(400);
    expect((answer.body as { readonly error: string }).error).toMatch(/^(body|isPublic): /);
  });

  it("asks the app's resolver as the person, and the site as well", async () => {
    const invoke = (accountId: string) =>
      ask(accountId, '/api/bridge/invoke', {
        method: 'POST',
        body: {
          key: 'readDeskScorecard',
          payload: { project: 'IT', periodDays: 30 },
          moduleKey: 'queue-page',
          extension: {},
        },
      });
    // Two AI resolutions that held, of three tickets that the AI handled.
    expect((await invoke(AGENT)).body).toMatchObject({
      value: {
        ok: true,
        value: { score: { rates: { aiResolution: { numerator: 2, denominator: 3 } } } },
      },
    });
    expect((await invoke(OTHER_AGENT)).body).toEqual({
      value: { ok: false, error: { kind: 'not-found-or-not-permitted' } },
    });
    const fetchIssue = (accountId: string) =>
      ask(accountId, '/api/bridge/fetch', {
        method: 'POST',
        body: { path: '/rest/api/3/issue/IT-1', method: 'GET', headers: {}, body: null },
      });
    expect((await fetchIssue(AGENT)).body).toMatchObject({ status: 200 });
    expect((await fetchIssue(OTHER_AGENT)).body).toMatchObject({ status: 404 });
  });

  it('refuses a request for which the manifest has no scope, as the platform does', async () => {
    const send = (path: string, method: string, body: unknown) =>
      ask(CUSTOMER, '/api/bridge/fetch', {
        method: 'POST',
        body: { path, method, headers: {}, body: JSON.stringify(body) },
      });
    const rating = { type: 'csat', rating: 5 };
    const request = '/rest/servicedeskapi/request/IT-1';
    expect((await send(`${request}/feedback`, 'POST', rating)).body).toMatchObject({
      status: 401,
      body: expect.stringContaining('write:servicedesk-request') as string,
    });
    expect((await send('/rest/api/3/myself', 'GET', null)).body).toMatchObject({ status: 200 });
  });

  it('finds issues by JQL, for each person those that they may see', async () => {
    const search = (accountId: string, jql: string) =>
      ask(accountId, `/api/search?jql=${encodeURIComponent(jql)}&limit=2`);
    expect((await search(AGENT, 'created > "2020-01-01"')).body).toMatchObject({ total: 4 });
    const { body } = await search(AGENT, 'created > "2020-01-01"');
    expect((body as { readonly issues: readonly unknown[] }).issues).toHaveLength(2);
    expect((await search(OTHER_AGENT, 'created > "2020-01-01"')).body).toEqual({
      total: 0,
      issues: [],
    });
    expect((await search(AGENT, 'status = ')).status).toBe(400);
  });

  it("serves panels from another origin, under the platform's policy, the bridge first", async () => {
    expect(await panelOrigin()).not.toBe(desk.shell.url);
    const response = await panel('queue-page.html');
    const policy = response.headers.get('content-security-policy') ?? '';
    const directive = (name: string): string =>
      policy.split('; ').find((text) => text.startsWith(`${name} `)) ?? '';
    expect(directive('script-src')).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect(directive('style-src')).toContain("'self'");
    expect(directive('style-src')).toContain("'unsafe-inline'");
    expect(directive('frame-ancestors')).toContain(desk.shell.url);
    expect(directive('sandbox')).toContain('allow-scripts');
    const html = await response.text();
    expect(html).toMatch(/<head>\s*<script src="\/__bridge\.js"/);
    expect((await panel('__bridge.js')).status).toBe(200);
  });

  it('serves the texts of the panels as the manifest lists them', async () => {
    const info = await panel('__LOCALES__/i18n-info.json');
    expect(info.headers.get('content-type')).toBe('application/json');
    expect(await info.json()).toMatchObject({
      config: {
        locales: ['de-DE', 'en-US'],
        fallback: { default: 'en-US', 'de-DE': ['en-US'] },
      },
    });
    const german = await panel('__LOCALES__/de-DE.json');
    expect(german.headers.get('content-type')).toBe('application/json');
    expect(await german.json()).toMatchObject({ common: { retry: 'Erneut versuchen' } });
  });

  it.each(['/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/%E0%A4%A'])(
    'serves nothing for %s, and goes on',
    async (path) => {
      for (const origin of [desk.shell.url, await panelOrigin()]) {
        // `fetch` would tidy the path up before it is sent.
        expect(await rawStatus(origin, path)).toBeGreaterThanOrEqual(400);
      }
      expect((await ask(AGENT, '/api/state')).status).toBe(200);
    },
  );

  it('says what running the app has cost', async () => {
    const { body } = await ask(AGENT, '/api/meter');
    const { total, functions } = body as {
      readonly total: { readonly invocations: number; readonly sqlStatements: number };
      readonly functions: readonly { readonly name: string; readonly invocations: number }[];
    };
    const sum = functions.reduce((all, { invocations }) => all + invocations, 0);
    expect(total.invocations).toBe(sum);
    expect(total.invocations).toBeGreaterThan(100);
    expect(total.sqlStatements).toBeGreaterThan(0);
    expect(functions.map(({ name }) => name)).toContain('ticket-event');
  });
});

/** Status of an exact path; 599 when the connection was dropped or not answered. */
function rawStatus(origin: string, path: string): Promise<number> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const sent = request({ hostname, port, path, timeout: 5_000 }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 599);
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', () => {
      resolve(599);
    });
    sent.end();
  });
}
