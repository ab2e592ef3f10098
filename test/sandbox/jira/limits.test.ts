import { aSite } from './site-fixture';

const ISSUE = '/rest/api/3/issue/10000?fields=summary';

describe('rate limits', () => {
  it('charges a point a request, one an issue and two a user', async () => {
    const { site, ask, aRequest } = aSite();
    aRequest();
    aRequest();
    const body = { jql: 'project = ITH', fields: ['summary'] };
    const path = '/rest/api/3/issue/10000/properties/firstline';

    expect((await ask('POST', '/rest/api/3/search/jql', { body })).points).toBe(3);
    expect((await ask('GET', ISSUE)).points).toBe(2);
    expect((await ask('GET', '/rest/api/3/myself')).points).toBe(3);
    expect((await ask('PUT', path, { body: {} })).points).toBe(1);
    expect((await ask('GET', '/rest/api/3/issue/NO-1')).points).toBe(1);
    expect(site.pointsThisHour).toBe(10);
    expect((await ask('GET', '/rest/api/3/user/bulk?accountId=ada&accountId=bot')).points).toBe(5);
    expect((await ask('GET', '/rest/api/3/resolution')).points).toBe(1);
    expect((await ask('GET', '/rest/api/3/resolution/search')).points).toBe(1);
    expect((await ask('GET', '/rest/api/3/priority')).points).toBe(1);
    expect((await ask('GET', '/rest/api/3/project/ITH/statuses')).points).toBe(1);
  });

  it("charges nothing for what panels ask in a person's browser, not even at the quota's end", async () => {
    const { site, ask, aRequest } = aSite({ pointsPerHour: 2 });
    aRequest();
    const fromPanel = () =>
      site.handle({
        method: 'GET',
        path: ISSUE,
        headers: new Headers(),
        body: null,
        caller: { provider: 'user', accountId: 'ada' },
        isFromPanel: true,
      });

    expect(fromPanel()).toMatchObject({ points: 0, response: { status: 200 } });
    await ask('GET', ISSUE);
    expect((await ask('GET', ISSUE)).status).toBe(429);
    expect(fromPanel().response.status).toBe(200);
    expect(site.pointsThisHour).toBe(2);
  });

  it('shuts at the hourly quota, and opens at the full hour', async () => {
    // 09:00 to begin with; each request costs 2 points, so that the third stands before 4 of 4.
    const { clock, ask, aRequest } = aSite({ pointsPerHour: 4 });
    aRequest();
    clock.advance(15 * 60_000);
    await ask('GET', ISSUE);
    await ask('GET', ISSUE);

    const refused = await ask('GET', ISSUE);

    expect(refused).toMatchObject({ status: 429, points: 0 });
    expect(refused.headers.get('Retry-After')).toBe('2700');
    expect(refused.headers.get('RateLimit-Reason')).toBe('jira-quota-global-based');
    expect(refused.headers.get('X-RateLimit-Remaining')).toBe('0');
    expect(refused.headers.get('X-RateLimit-Reset')).toBe('2026-03-02T10:00:00.000Z');
    clock.advance(2_700_000);
    expect((await ask('GET', ISSUE)).status).toBe(200);
  });

  it('tells what is left of the quota only when little is', async () => {
    const { ask, aRequest } = aSite({ pointsPerHour: 4 });
    aRequest();

    const first = await ask('GET', ISSUE);
    const second = await ask('GET', ISSUE);

    expect(first.headers.get('X-RateLimit-NearLimit')).toBe('false');
    expect(first.headers.has('RateLimit')).toBe(false);
    expect(second.headers.get('X-RateLimit-NearLimit')).toBe('true');
    expect(second.headers.get('RateLimit')).toBe('"jira-quota-global-based";r=0;t=3600');
  });

  it('limits bursts of one endpoint by the second', async () => {
    const { clock, ask, aRequest } = aSite({
      burstPerSecond: { GET: 2 },
      burstOverrides: {},
    });
    aRequest();
    await ask('GET', ISSUE);
    await ask('GET', ISSUE);

    const refused = await ask('GET', ISSUE);

    expect(refused.status).toBe(429);
    expect(refused.headers.get('RateLimit-Reason')).toBe('jira-burst-based');
    expect(refused.headers.get('Retry-After')).toBe('1');
    expect((await ask('GET', '/rest/api/3/status')).status).toBe(200);
    clock.advance(1_000);
    expect((await ask('GET', ISSUE)).status).toBe(200);
  });

  it('allows 20 writes of an issue in 2 s, and 100 in 30 s', async () => {
    const { clock, ask, aRequest } = aSite();
    const [{ id }, other] = [aRequest(), aRequest()];
    const write = async (issueId: string) =>
      ask('PUT', `/rest/api/3/issue/${issueId}/properties/p`, { body: 1 });
    const statuses: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      for (let i = 0; i < 20; i += 1) statuses.push((await write(id)).status);
      if (round === 0) {
        const refused = await write(id);
        expect(refused.headers.get('RateLimit-Reason')).toBe('jira-per-issue-on-write');
        expect(refused.headers.get('Retry-After')).toBe('2');
        expect((await write(other.id)).status).toBe(201);
      }
      clock.advance(2_000);
    }

    expect(statuses.filter((status) => status === 429)).toEqual([]);
    expect((await write(id)).status).toBe(429);
    clock.advance(20_000);
    expect((await write(id)).status).toBe(200);
  });

  it('fails the next requests on demand', async () => {
    const { site, ask, aRequest } = aSite();
    aRequest();
    site.failNext(1, 429, { 'Retry-After': '7' }, /^GET .*\/issue\//);
    site.failNext(1, 500);

    expect((await ask('GET', '/rest/api/3/status')).status).toBe(500);
    const refused = await ask('GET', ISSUE);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('7');
    expect((await ask('GET', ISSUE)).status).toBe(200);
  });
});
