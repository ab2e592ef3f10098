import { createForgeJiraApi } from '../../src/adapters/forge/forge-jira-api';
import { readSiteCatalogue } from '../../src/adapters/jira/site-catalogue';
import { createJiraTicketSource } from '../../src/adapters/jira/jira-ticket-source';
import { createJiraChangeReader } from '../../src/adapters/jira/jira-change-reader';
import type { JiraApi, JiraResponse } from '../../src/adapters/jira/jira-api';
import { handOffDocument } from '../../src/adapters/jira/hand-off-document';
import { aPacket } from '../support/runs';
import type { Cache } from '../../src/ports/cache';
import { APP, aSite } from '../sandbox/jira/site-fixture';
import { describeWith } from '../support/shared';
import { Spec } from './jira-site-spec';

const PLATFORM = 'jira-platform-v3.swagger-v3.v3.json';
const FIELD = 'ari:cloud:ecosystem::extension/a/e/static/ai-outcome';

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: string | null;
}

/** The app's Jira client over the simulated site, as the viewer `ada` where it asks as the viewer. */
function anApp() {
  const fixture = aSite();
  const { site } = fixture;
  site.installAppModules({
    fields: [{ moduleKey: 'ai-outcome', key: FIELD, name: 'AI result', type: 'string' }],
    properties: [],
  });
  const sent: Sent[] = [];
  Object.assign(globalThis, {
    __forge_runtime__: {
      contextAri: 'ari:cloud:jira::site/cloud-1',
      appContext: {
        appId: 'a',
        appVersion: '1.0.0',
        environmentId: 'e',
        environmentType: 'DEVELOPMENT',
        installationId: 'i',
        invocationId: 'v',
        functionKey: 'f',
        moduleType: 'm',
        moduleKey: 'm',
      },
      lambdaContext: { awsRequestId: 'r', getRemainingTimeInMillis: () => 25_000 },
      metrics: {
        counter: () => ({ incr: () => undefined }),
        timing: () => ({ measure: () => ({ stop: () => undefined }) }),
        gauge: () => ({ set: () => undefined }),
      },
    },
    __forge_fetch__: (
      { provider }: { readonly provider: 'app' | 'user' },
      path: string,
      init: { readonly method?: string; readonly body?: string },
    ) => {
      const { method = 'GET', body = null } = init;
      sent.push({ method, path, body });
      const accountId = provider === 'app' ? null : 'ada';
      const headers = new Headers();
      return Promise.resolve(
        site.handle({ method, path, headers, body, caller: { provider, accountId } }).response,
      );
    },
  });
  return { ...fixture, sent, api: createForgeJiraApi() };
}

function aCache(): Cache {
  const kept = new Map<string, unknown>();
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    getMany: (keys) =>
      Promise.resolve(
        new Map(keys.filter((key) => kept.has(key)).map((key) => [key, kept.get(key)])),
      ),
    async set(key, value) {
      kept.set(key, value);
    },
    async setMany(entries) {
      for (const [key, value] of entries) kept.set(key, value);
    },
  };
}

const ids = ['10000', '10001'];
const calls: readonly (readonly [keyof JiraApi, (api: JiraApi) => Promise<JiraResponse>])[] = [
  ['listStatuses', (api) => api.listStatuses()],
  ['listFields', (api) => api.listFields()],
  ['readServerInfo', (api) => api.readServerInfo()],
  ['listServiceProjects', (api) => api.listServiceProjects(0)],
  [
    'searchIssues',
    (api) => api.searchIssues({ jql: 'project = ITH', fields: ['summary'], maxResults: 100 }),
  ],
  ['countIssues', (api) => api.countIssues('project = ITH')],
  ['fetchIssues', (api) => api.fetchIssues({ issueIdsOrKeys: ids, fields: ['summary'] })],
  [
    'fetchChangelogs',
    (api) => api.fetchChangelogs({ issueIdsOrKeys: ids, fieldIds: ['status'], maxResults: 10 }),
  ],
  ['listComments', (api) => api.listComments('10000', 0)],
  ['readUsers', (api) => api.readUsers(['ada', 'ghost'])],
  ['putIssueProperty', (api) => api.putIssueProperty('10000', { outcome: 'open' })],
  [
    'putIssueProperties',
    (api) => api.putIssueProperties([{ issueId: 10_000, value: { outcome: 'open' } }]),
  ],
  ['putOutcomeField', (api) => api.putOutcomeField([{ issueIds: [10_000], value: 'Open' }])],
  ['listNewestComments', (api) => api.listNewestComments('10000', 0)],
  [
    'postComment',
    (api) =>
      api.postComment('10000', {
        body: handOffDocument(aPacket()),
        properties: [{ key: 'firstline.hand-off', value: { id: 'a' } }],
      }),
  ],
  [
    'editIssue',
    (api) =>
      api.editIssue('10000', {
        fields: { assignee: { accountId: 'ada' }, priority: { id: '1' } },
        update: { labels: [{ add: 'ai-hand-off' }] },
      }),
  ],
  ['listTransitions', (api) => api.listTransitions('10000')],
  ['postTransition', (api) => api.postTransition('10000', '21')],
  ['readProjectAsViewer', (api) => api.readProjectAsViewer('ITH')],
  ['listServiceProjectsAsViewer', (api) => api.listServiceProjectsAsViewer(0)],
  ['readIssueProjectAsViewer', (api) => api.readIssueProjectAsViewer('ITH-1')],
  ['readMyselfAsViewer', (api) => api.readMyselfAsViewer()],
  [
    'readPermissionsAsViewer',
    (api) => api.readPermissionsAsViewer({ permissions: ['BROWSE_PROJECTS'], projectId: '10000' }),
  ],
];

describeWith(['data', 'openapi', PLATFORM], 'what the app asks of Jira', (file) => {
  const spec = new Spec(file);

  it.each(calls)('%s is in the specification, and is answered', async (_name, call) => {
    const { aRequest, api, sent } = anApp();
    aRequest();
    aRequest();

    const { status } = await call(api);

    expect(status).toBeLessThan(400);
    expect(
      sent.flatMap(({ method, path, body }) =>
        spec.requestProblems(method, path, body === null ? undefined : JSON.parse(body)),
      ),
    ).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('covers the whole client', () => {
    expect(Object.keys(anApp().api).sort()).toEqual(calls.map(([name]) => name).sort());
  });
});

describe('the app over the simulated site', () => {
  const readHashKey = () => Promise.resolve('00'.repeat(32));

  it('reads whole tickets, long threads included', async () => {
    const { site, clock, api, aRequest } = anApp();
    const { key, id } = aRequest();
    clock.advance(60_000);
    site.assign({ by: 'ada', issue: key, assignee: 'bot' });
    for (let i = 0; i < 130; i += 1) {
      site.addComment({ by: 'bot', issue: key, body: `Try ${i}`, isPublic: i > 0 });
    }
    site.transition({ by: 'bot', issue: key, to: 'Resolved' });
    const source = createJiraTicketSource({ api, cache: aCache(), readHashKey });

    const page = await source.readPage({ deskId: 'jira:10000', key: 'ITH' }, null);

    if (!page.ok) throw new Error(JSON.stringify(page.error));
    expect(page.value.unreadable).toEqual([]);
    expect(page.value.nextCursor).toBeNull();
    const [snapshot, ...others] = page.value.snapshots;
    expect(others).toEqual([]);
    expect(snapshot?.ticket).toMatchObject({ id: `jira:${id}`, requestType: 'Get IT help' });
    const kinds = snapshot?.events.map(({ event }) => event.kind) ?? [];
    expect(kinds.filter((kind) => kind === 'comment')).toHaveLength(130);
    expect(kinds).toEqual(expect.arrayContaining(['status', 'assigned']));
    expect(snapshot?.events.filter(({ event }) => event.actor.id === 'bot')).toHaveLength(131);
  });

  it('finds the fields and the zone of the site', async () => {
    const { api } = anApp();

    const site = await readSiteCatalogue({ api, cache: aCache() }, { statusIds: [] });

    expect(site).toMatchObject({
      ok: true,
      value: {
        timeZone: 'Australia/Sydney',
        fields: {
          requestType: 'customfield_10010',
          satisfaction: 'customfield_10030',
          satisfactionDate: 'customfield_10031',
        },
      },
    });
  });

  it('understands the events that the site tells', async () => {
    const { site, api, events, aRequest } = anApp();
    const { key } = aRequest();
    const { id } = site.addComment({ by: 'ada', issue: key, body: 'Hm', isPublic: false });
    site.transition({ by: 'ada', issue: key, to: 'Resolved' });
    site.assign({ by: 'ada', issue: key, assignee: 'bot' });
    site.deleteComment({ by: 'ada', issue: key, commentId: id });
    site.deleteIssue({ by: 'root', issue: key });
    const reader = createJiraChangeReader({ api, cache: aCache(), readHashKey });

    const told: unknown[] = [];
    for (const { payload } of events) {
      const change = await reader.read(payload);
      if (!change.ok) throw new Error(JSON.stringify(change.error));
      const happened = change.value.kind === 'changed' ? change.value.events : [];
      told.push([change.value.kind, ...happened.map(({ event }) => event.kind)]);
    }

    expect(told).toEqual([
      ['changed'],
      ['changed', 'comment'],
      ['changed', 'status'],
      ['changed', 'assigned'],
      ['changed', 'assigned'],
      ['comment-deleted'],
      ['deleted'],
    ]);
    expect(events.map(({ causedByApp }) => causedByApp)).not.toContain(true);
    expect(site.appAccountId).toBe(APP);
  });
});
