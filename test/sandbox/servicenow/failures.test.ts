import { createChance } from '../../../sandbox/demo/chance';
import { rateLimited } from '../../../sandbox/servicenow/injected-failures';
import { createInstanceNetwork } from '../../../sandbox/servicenow/network';
import { addressOf, anInstance, BASIC, START_MS } from './instance-fixture';

const INCIDENTS = '/api/now/table/incident';
const headers = { Authorization: BASIC };

describe('a simulated instance in trouble', () => {
  it('refuses as it was told to, by what is asked and as often, and says how long to wait', async () => {
    const { instance, get } = anInstance();
    instance.failRequests({
      answer: rateLimited(30, START_MS + 30_000),
      matches: /sys_audit/,
      times: 2,
    });
    const ask = async (): Promise<number> => (await get('/api/now/table/sys_audit')).status;
    expect((await get(INCIDENTS)).status).toBe(200);
    const limited = await get('/api/now/table/sys_audit');
    expect([limited.status, limited.headers.get('Retry-After')]).toEqual([429, '30']);
    expect(limited.headers.get('X-RateLimit-Reset')).toBe(String(START_MS / 1_000 + 30));
    expect([await ask(), await ask()]).toEqual([429, 200]);
    expect(instance.requests.map(({ table, status }) => [table, status])).toEqual([
      ['incident', 200],
      ['sys_audit', 429],
      ['sys_audit', 429],
      ['sys_audit', 200],
    ]);
  });

  it('loses the answer to a request that took effect', async () => {
    const { instance, patch } = anInstance();
    const { sysId } = instance.acting.create('beth', {});
    instance.failRequests({ answer: { kind: 'lost' }, when: 'after', matches: /^PATCH/ });
    await expect(patch(sysId, { work_notes: 'Once' })).rejects.toThrow('fetch failed');
    expect(instance.reading.journal(sysId)).toHaveLength(1);
    expect(instance.requests.at(-1)).toMatchObject({ method: 'PATCH', status: 0 });
  });

  it('says nothing until the client gives up', async () => {
    const { instance } = anInstance();
    instance.failRequests({ answer: { kind: 'silence' } });
    const controller = new AbortController();
    const asked = instance.fetch(addressOf(INCIDENTS), { headers, signal: controller.signal });
    controller.abort();
    await expect(asked).rejects.toThrow('aborted');
  });

  it('answers with what no client can use', async () => {
    const { instance } = anInstance();
    instance.acting.create('beth', { short_description: 'A' });
    const read = async (answer: Parameters<typeof instance.failRequests>[0]['answer']) => {
      instance.failRequests({ answer });
      const response = await instance.fetch(addressOf(INCIDENTS), { headers });
      return { type: response.headers.get('content-type'), text: await response.text() };
    };
    expect(await read({ kind: 'html' })).toMatchObject({ type: 'text/html;charset=UTF-8' });
    expect((await read({ kind: 'huge', bytes: 200_000 })).text).toHaveLength(200_000);
    const cut = (await read({ kind: 'cut' })).text;
    expect(() => JSON.parse(cut) as unknown).toThrow(SyntaxError);
    expect(JSON.parse((await read({ kind: 'broken-off' })).text)).toMatchObject({
      result: [{ short_description: 'A' }],
      error: { message: 'Transaction cancelled: maximum execution time exceeded' },
    });
  });

  it('fails by a seeded chance, the same each time', async () => {
    const failed = async (): Promise<readonly number[]> => {
      const { instance, get } = anInstance();
      const luck = { chance: createChance(7, 'trouble'), share: 0.5 };
      instance.failRequests({ answer: { kind: 'status', status: 503 }, times: 100, luck });
      const statuses: number[] = [];
      for (let i = 0; i < 12; i += 1) statuses.push((await get(INCIDENTS)).status);
      return statuses;
    };
    const first = await failed();
    expect(new Set(first)).toEqual(new Set([200, 503]));
    expect(await failed()).toEqual(first);
  });
});

describe('the network of simulated instances', () => {
  const send = (init: RequestInit, path = INCIDENTS) => {
    const { instance } = anInstance();
    const elsewhere: string[] = [];
    const network = createInstanceNetwork([instance], (url) => {
      elsewhere.push(url);
      return Promise.resolve(new Response('elsewhere'));
    });
    instance.failRequests({
      answer: { kind: 'redirect', to: 'https://evil.example.com/' },
      matches: /redirected/,
    });
    return { elsewhere, answer: network(addressOf(path), { headers, ...init }), network };
  };

  it('reaches an instance by its host, and no other host of ServiceNow', async () => {
    const { answer, network, elsewhere } = send({});
    expect((await answer).status).toBe(200);
    await expect(network('https://other.service-now.com/')).rejects.toThrow('fetch failed');
    expect(await (await network('https://example.com/')).text()).toBe('elsewhere');
    expect(elsewhere).toEqual(['https://example.com/']);
  });

  it('follows redirects unless the request says otherwise', async () => {
    const followed = send({}, '/redirected');
    expect(await (await followed.answer).text()).toBe('elsewhere');
    expect(followed.elsewhere).toEqual(['https://evil.example.com/']);
    const kept = send({ redirect: 'manual' }, '/redirected');
    expect((await kept.answer).status).toBe(302);
    const refused = send({ redirect: 'error' }, '/redirected');
    await expect(refused.answer).rejects.toThrow('fetch failed');
    expect([...kept.elsewhere, ...refused.elsewhere]).toEqual([]);
  });
});
