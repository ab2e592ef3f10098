import { endpointTemplate } from '../../../sandbox/forge/endpoint-template';
import { Meter } from '../../../sandbox/forge/meter';
import { renderReport } from '../../../sandbox/forge/meter-report';

import { buildFixtureApp, startFixture } from './fixture-host';

const app = buildFixtureApp();
afterAll(app.remove);

describe('the meter', () => {
  it('counts what each invocation uses, and what came since', async () => {
    const { host, ask } = await startFixture(app.file);
    await ask('ddl', { query: 'CREATE TABLE t (id INT NOT NULL PRIMARY KEY)' });
    await ask('sql', { query: 'INSERT INTO t VALUES (1)' });
    const before = host.meter.snapshot();
    await ask('jira', {
      as: 'app',
      path: '/rest/api/3/issue/IT-7/properties/outcome?x=1',
      method: 'PUT',
    });
    await ask('jira', { as: 'app', path: '/rest/api/3/issue/10001' });
    await ask('sql', { query: 'SELECT id FROM t' });

    expect(host.meter.lastInvocation()).toMatchObject({
      functionKey: 'resolver',
      invocations: 1,
      sqlSelects: 1,
      sqlWrites: 0,
      rest: {},
    });
    expect(host.meter.since(before)).toMatchObject({
      total: {
        invocations: 3,
        sqlSelects: 1,
        sqlWrites: 0,
        sqlDdl: 0,
        rest: {
          'PUT /rest/api/3/issue/{key}/properties/{property}': { requests: 1, points: 3 },
          'GET /rest/api/3/issue/{id}': { requests: 1, points: 3 },
        },
      },
      functions: { resolver: { invocations: 3 } },
    });
    expect(host.meter.snapshot().total).toMatchObject({ invocations: 5, sqlDdl: 1, sqlWrites: 1 });
    await host.close();
  });

  it('leaves out functions that did nothing since', () => {
    const meter = new Meter();
    meter.begin('a', 'resolver').end({ failed: false, durationMs: 1, memoryMb: 512 });
    const before = meter.snapshot();
    meter.begin('b', 'consumer').end({ failed: true, durationMs: 2_000, memoryMb: 256 });
    // 2 s × 0.25 GB
    expect(meter.since(before).functions).toMatchObject({ b: { failures: 1, gbSeconds: 0.5 } });
    expect(Object.keys(meter.since(before).functions)).toEqual(['b']);
    expect(meter.since(before).total.invocations).toBe(1);
  });

  it('is billed with the memory of the function, else of the app', async () => {
    const { host, call, ask } = await startFixture(app.file);
    await call('recall');
    const resolver = host.meter.lastInvocation();
    expect(resolver?.gbSeconds).toBeCloseTo(((resolver?.durationMs ?? 0) / 1_000) * 0.25, 6);
    await ask('push', { queue: 'work', events: [{ body: { name: 'a' } }] });
    await host.drain();
    const consumer = host.meter.lastInvocation();
    expect(consumer?.functionKey).toBe('consume');
    expect(consumer?.gbSeconds).toBeCloseTo((consumer?.durationMs ?? 0) / 1_000, 6);
    await host.close();
  });

  it('reports as a table, with what a month would cost', () => {
    const meter = new Meter();
    const invocation = meter.begin('refresh', 'consumer');
    invocation.count('sqlSelects', 90);
    invocation.count('sqlWrites', 10);
    invocation.rest('GET /rest/api/3/issue/{key}', 3);
    invocation.end({ failed: false, durationMs: 10_000, memoryMb: 512 });
    const dayMs = 86_400_000;
    const report = renderReport(meter.snapshot(), { periodMs: dayMs });

    expect(report).toMatch(/^function +calls +failed +GB-s +REST +points +SQL reads/);
    expect(report).toMatch(/\nrefresh +1 +0 +5\.00 +1 +3 +90 +10 /);
    expect(report).toMatch(/\ntotal +1 +0 +5\.00 /);
    expect(report).toMatch(/\nGET \/rest\/api\/3\/issue\/\{key\} +1 +3\n/);
    // 100 statements a day × 30.4375 days; 100,000 are free.
    expect(report).toMatch(/\nSQL requests +3\.04e\+3 +requests +0\.0059 +32 sites\n/);
    // 5 GB-s a day; 200,000 are free.
    expect(report).toMatch(/\nFunctions +152 +GB-s +0\.0038 +1,314 sites\n/);
    expect(renderReport(meter.snapshot())).not.toContain('USD');
  });
});

it.each([
  ['get', '/rest/api/3/search/jql?jql=x', 'GET /rest/api/3/search/jql'],
  ['POST', '/rest/api/3/issue/properties/multi', 'POST /rest/api/3/issue/properties/multi'],
  [
    'GET',
    '/rest/servicedeskapi/request/IT-12/sla/3',
    'GET /rest/servicedeskapi/request/{key}/sla/{id}',
  ],
  [
    'PUT',
    '/rest/api/3/project/IT/properties/a.b',
    'PUT /rest/api/3/project/{project}/properties/{property}',
  ],
  ['GET', '/rest/api/3/project/search', 'GET /rest/api/3/project/search'],
])('%s %s is counted as %s', (method, path, template) => {
  expect(endpointTemplate(method, path)).toBe(template);
});
