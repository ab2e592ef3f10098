import { buildFixtureApp, START_MS, startFixture, type FixtureHost } from '../forge/fixture-host';

const ORIGIN = 'https://allowed.example.com';
const OAUTH = { kind: 'oauth', clientId: 'client', clientSecret: 'hush' };

describe('the client of ServiceNow in an app that is built', () => {
  const built = buildFixtureApp();
  let fixture: FixtureHost;
  let sent: { readonly url: string; readonly init: RequestInit | undefined }[];
  let answers: Response[];
  beforeAll(async () => {
    fixture = await startFixture(built.file, {
      outbound: (url, init) => {
        sent.push({ url, init });
        return Promise.resolve(answers.shift() ?? new Response(null, { status: 599 }));
      },
    });
  });
  beforeEach(() => {
    sent = [];
    answers = [];
  });
  afterAll(async () => {
    await fixture.host.close();
    built.remove();
  });

  const keep = (method: string, ...args: readonly unknown[]) =>
    fixture.ask('serviceNowSecret', { method, args });
  const read = (origin: string, auth: 'oauth' | 'basic') =>
    fixture.ask('serviceNow', { origin, auth });
  const keptKeys = () => fixture.host.kvs.list('secret').map(({ key }) => key);

  it('sends by the app’s own fetch, an address and options, and follows nothing', async () => {
    await keep('saveSecret', 'c1', OAUTH);
    answers = [
      Response.json({ access_token: 'token-1', expires_in: 1_800 }),
      Response.json({ result: [{ sys_id: 'a' }] }, { headers: { Link: '<x>;rel="next"' } }),
    ];
    expect(await read(ORIGIN, 'oauth')).toMatchObject({
      value: { ok: true, value: { records: [{ sys_id: 'a' }], hasNext: true } },
    });
    expect(sent).toMatchObject([
      { url: `${ORIGIN}/oauth_token.do`, init: { method: 'POST', redirect: 'manual' } },
      {
        url: expect.stringMatching(
          /^https:..allowed.example.com.api.now.table.incident[?]/,
        ) as string,
        init: {
          method: 'GET',
          redirect: 'manual',
          headers: { Authorization: 'Bearer token-1', Accept: 'application/json' },
        },
      },
    ]);
  });

  it('keeps secret and token as secrets, the token for its life', async () => {
    expect(await keep('readSecret', 'c1')).toEqual({ value: OAUTH });
    const expiresAt = START_MS + 1_800_000;
    expect(await keep('readToken', 'c1')).toEqual({ value: { token: 'token-1', expiresAt } });
    expect(keptKeys()).toEqual(['servicenow:secret:c1', 'servicenow:token:c1']);
    expect(fixture.host.kvs.list('plain')).toEqual([]);
    expect(fixture.host.kvs.get('secret', 'servicenow:token:c1')?.expiresAtMs).toBe(expiresAt);
  });

  it('forgets a token with the secret that got it', async () => {
    await keep('saveSecret', 'c1', { kind: 'basic', userName: 'firstline', password: 'hush' });
    expect(keptKeys()).toEqual(['servicenow:secret:c1']);
    await keep('dropSecret', 'c1');
    expect(keptKeys()).toEqual([]);
    expect(await keep('readSecret', 'c1')).toEqual({ value: null });
  });

  it('reads no key but its own', async () => {
    const { error } = await keep('readSecret', '../settings:credentials');
    expect(error?.message).toContain('letters, digits');
  });

  it('is told by the platform where it may not go', async () => {
    await keep('saveSecret', 'c1', { kind: 'basic', userName: 'firstline', password: 'hush' });
    expect(await read('https://acme.service-now.com', 'basic')).toEqual({
      value: {
        ok: false,
        error: {
          kind: 'source-refused',
          source: 'servicenow',
          refusal: 'egress',
          subject: 'acme.service-now.com',
        },
      },
    });
    expect(sent).toEqual([]);
  });
});
