import { gzipSync } from 'node:zlib';

import { createRequestAllowance } from '../../../src/adapters/servicenow/client/request-allowance';
import {
  createServiceNowApi,
  type ServiceNowApi,
} from '../../../src/adapters/servicenow/client/service-now-api';
import { epochMs } from '../../../src/domain/time';
import { createConsoleLogger } from '../../../src/adapters/forge/console-logger';
import { memoryServiceNowSecrets } from '../../support/memory-service-now-secrets';
import {
  startServiceNowServer,
  status,
  type ServiceNowServer,
  type Turn,
} from '../../support/service-now-server';

const NOW = Date.parse('2026-03-02T09:00:00Z');
const PASSWORD = 'planted-password';
const CLIENT_SECRET = 'planted-client-secret';
const FIRST_TOKEN = 'planted-token-1';
const SECOND_TOKEN = 'planted-token-2';
const TEXT = 'planted-text';
const PLANTED = [PASSWORD, CLIENT_SECRET, FIRST_TOKEN, SECOND_TOKEN, TEXT];
const QUERY = { table: 'incident', query: 'active=true', fields: ['sys_id'], limit: 2 } as const;

let server: ServiceNowServer;
/** All that came out of the client, log and failures. */
let said: string[] = [];
let waits: number[] = [];
let now = NOW;

beforeAll(async () => {
  server = await startServiceNowServer();
});
afterAll(() => server.close());
beforeEach(() => {
  said = [];
  waits = [];
  now = NOW;
});
afterEach(() => {
  // A header of basic access is the password in another spelling.
  const spellings = [...PLANTED, Buffer.from(`firstline:${PASSWORD}`).toString('base64')];
  expect(spellings.filter((each) => said.join('\n').includes(each))).toEqual([]);
});

const clock = { now: () => epochMs(now) };
const pause = async (ms: number): Promise<void> => {
  waits.push(ms);
  now += ms;
};

function connect(
  auth: 'basic' | 'oauth' = 'basic',
  options: { readonly perMinute?: number; readonly timeoutMs?: number } = {},
) {
  const secrets = memoryServiceNowSecrets({
    c1:
      auth === 'basic'
        ? { kind: 'basic', userName: 'firstline', password: PASSWORD }
        : { kind: 'oauth', clientId: 'client', clientSecret: CLIENT_SECRET },
  });
  const { perMinute = 100, timeoutMs = 5_000 } = options;
  const deps = {
    connection: { connectionId: 'c1', origin: server.origin, auth },
    secrets,
    clock,
    pause,
    random: () => 0.5,
    allowance: createRequestAllowance({ clock, perMinute }),
    log: createConsoleLogger((line) => said.push(line)),
    patience: { timeoutMs, repeats: 3, longestWaitMs: 20_000 },
  };
  return { api: createServiceNowApi(deps), again: () => createServiceNowApi(deps), secrets };
}

const noted = <T>(result: T): T => {
  said.push(JSON.stringify(result));
  return result;
};
const read = async (api: ServiceNowApi) => noted(await api.readTable(QUERY));
const write = async (api: ServiceNowApi, isIdempotent: boolean) =>
  noted(await api.updateRecord('incident', '1c74', { u_outcome: TEXT }, { isIdempotent }));

const records = (...ids: readonly string[]): Turn =>
  status(200, { result: ids.map((sys_id) => ({ sys_id })) });
const token = (value: string, lifeS: unknown = 1_800): Turn =>
  status(200, { access_token: value, token_type: 'Bearer', expires_in: lifeS });
const lose: Turn = (response) => response.destroy();
const NOTHING_FOUND = { error: { message: `No Record found: ${TEXT}` }, status: 'failure' };
const refusal = (kind: string, subject: string | null) => ({
  ok: false,
  error: { kind: 'source-refused', source: 'servicenow', refusal: kind, subject },
});
/** Of the server, which is started later. */
const HOST = expect.stringMatching(/^127\.0\.0\.1:\d+$/) as string;
const unavailable = (retryAfterMs: number | null, rateLimitReason: string | null = null) => ({
  ok: false,
  error: { kind: 'source-unavailable', source: 'servicenow', retryAfterMs, rateLimitReason },
});
const malformed = (...issues: readonly unknown[]) => ({
  ok: false,
  error: { kind: 'source-malformed', source: 'servicenow', issues },
});

describe('reading a table', () => {
  it('asks for stored values without links, and tells what the page says of others', async () => {
    const { api } = connect();
    const link = [
      `<${server.origin}/api/now/table/incident?sysparm_query=x;rel="next"&sysparm_offset=-1>;rel="prev"`,
      `<${server.origin}/api/now/table/incident?sysparm_offset=2>;rel="next"`,
    ].join(',');
    const headers = {
      Link: link,
      'X-Total-Count': '67',
      Date: 'Mon, 02 Mar 2026 08:59:30 GMT',
    };
    server.script(status(200, { result: [{ sys_id: 'a', secret: TEXT }] }, headers));
    expect(await api.readTable(QUERY)).toEqual({
      ok: true,
      value: {
        records: [{ sys_id: 'a', secret: TEXT }],
        hasNext: true,
        totalCount: 67,
        serverTime: NOW - 30_000,
      },
    });
    expect(server.arrived).toEqual([
      {
        method: 'GET',
        url:
          '/api/now/table/incident?sysparm_query=active%3Dtrue&sysparm_fields=sys_id&sysparm_limit=2' +
          '&sysparm_exclude_reference_link=true&sysparm_display_value=false',
        authorization: `Basic ${Buffer.from(`firstline:${PASSWORD}`).toString('base64')}`,
        contentType: null,
        body: '',
      },
    ]);
  });

  it('takes a page for the last one when none is announced, whatever its addresses say', async () => {
    const { api } = connect();
    const link = `<${server.origin}/?q=;rel="next">;rel="first"`;
    server.script(status(200, { result: [] }, { Link: link, Date: 'some day' }));
    expect(await read(api)).toEqual({
      ok: true,
      value: { records: [], hasNext: false, totalCount: null, serverTime: null },
    });
  });

  it.each<[string, Turn, unknown]>([
    ['a wrong password', status(401, NOTHING_FOUND), refusal('credentials', null)],
    ['a role that is missing', status(403, NOTHING_FOUND), refusal('role', 'incident')],
    ['a table that is unknown', status(400, NOTHING_FOUND), refusal('table', 'incident')],
    ['a table that is not there', status(404, NOTHING_FOUND), refusal('table', 'incident')],
    [
      'a redirect to another host, naming no more than that',
      status(302, '', { Location: `https://login.evil.com/?t=${TEXT}` }),
      refusal('redirect', 'login.evil.com'),
    ],
    ['a redirect to nowhere', status(307, ''), refusal('redirect', null)],
    [
      'a host that the platform does not let it reach',
      status(403, '', { 'forge-proxy-error': 'BLOCKED_EGRESS' }),
      refusal('egress', HOST),
    ],
    ['the page of a sleeping instance', status(200, `<html>${TEXT}`), unavailable(null)],
    ['a page in the place of an answer', status(404, `<html>${TEXT}`), unavailable(null)],
    [
      'a query that was given up in the middle',
      status(200, { result: [{ sys_id: TEXT }], error: { message: TEXT }, status: 'failure' }),
      unavailable(null),
    ],
    [
      'text that is no JSON',
      status(200, `{"result":[{"sys_id":"${TEXT}`, { 'Content-Type': 'application/json' }),
      malformed('the answer is not JSON'),
    ],
    [
      'one record in the place of many',
      status(200, { result: { sys_id: TEXT } }),
      malformed(expect.stringMatching(/^result: .*array/)),
    ],
    ['no records', status(200, [TEXT]), malformed(expect.stringMatching(/object/))],
    [
      'records that are none',
      status(200, { result: [TEXT, 5] }),
      malformed(expect.stringMatching(/^result\.0: /), expect.stringMatching(/^result\.1: /)),
    ],
    [
      'a status that nobody expects',
      status(418, NOTHING_FOUND),
      malformed('ServiceNow answered 418: the request was refused'),
    ],
  ])('tells of %s, and asks once', async (_what, turn, expected) => {
    const { api } = connect();
    server.script(turn);
    expect(await read(api)).toEqual(expected);
    expect(server.arrived).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  it.each<[string, Turn]>([
    [
      'by its length',
      (response) => void response.writeHead(200, { 'Content-Length': 20_000_001 }).write('{'),
    ],
    [
      'while it streams, unpacked',
      (response) => {
        response.writeHead(200, { 'Content-Encoding': 'gzip' });
        response.end(gzipSync(Buffer.alloc(20_000_001, 32)));
      },
    ],
  ])(
    'refuses a body of more than 20 MB %s, and lets go of the connection',
    async (_how, turn) => {
      const { api } = connect();
      const closed = new Promise<void>((resolve) => {
        server.script((response, request) => {
          response.once('close', resolve);
          turn(response, request);
        });
      });
      expect(await read(api)).toEqual(malformed('the answer is larger than 20 MB'));
      await closed;
      // Nobody waits for the engine to collect what was forgotten, which is half a minute later.
    },
    8_000,
  );

  it('lets nothing out to a host that the app may not reach', async () => {
    const { api } = connect();
    const error = Object.assign(new Error(`not included: ${TEXT}`), {
      name: 'REQUEST_EGRESS_ALLOWLIST_ERR',
    });
    jest.spyOn(globalThis, 'fetch').mockRejectedValue(error);
    expect(await read(api)).toEqual(refusal('egress', new URL(server.origin).host));
    expect(fetch).toHaveBeenCalledTimes(1);
  });
});

describe('patience', () => {
  it.each<[string, Turn]>([
    ['500', status(500)],
    ['502', status(502, '<html>')],
    ['503', status(503)],
    ['504', status(504)],
    ['429', status(429)],
    ['a lost connection', lose],
    [
      'a connection lost in the middle of the body',
      (response) => {
        response.writeHead(200, { 'Content-Length': 100 });
        response.write('{"result":[', () => response.destroy());
      },
    ],
  ])('asks again after %s, later each time', async (_what, turn) => {
    const { api } = connect();
    server.script(turn, turn, turn, records('a'));
    expect(await read(api)).toMatchObject({ ok: true, value: { records: [{ sys_id: 'a' }] } });
    // Half of 500, 1,000 and 2,000 ms, as chance is 0.5 here.
    expect(waits).toEqual([250, 500, 1_000]);
  });

  it('ends after three repetitions', async () => {
    const { api } = connect();
    server.script(lose, lose, lose, lose, records('a'));
    expect(await read(api)).toEqual(unavailable(null));
    expect(server.arrived).toHaveLength(4);
  });

  it('gives a request its time, and no more', async () => {
    const { api } = connect('basic', { timeoutMs: 250 });
    const silence: Turn = () => undefined;
    const half: Turn = (response) => void response.writeHead(200).write('{"result":');
    server.script(silence, half, records('a'));
    expect(await read(api)).toMatchObject({ ok: true });
    expect(server.arrived).toHaveLength(3);
  });

  it('waits as long as the instance asks, and comes back a little later', async () => {
    const { api } = connect();
    const date = { Date: 'Mon, 02 Mar 2026 12:00:00 GMT' };
    const reset = Date.parse('2026-03-02T12:00:07Z') / 1_000;
    server.script(
      status(429, {}, { ...date, 'Retry-After': '20', 'X-RateLimit-Reset': String(reset) }),
      status(503, {}, { ...date, 'Retry-After': 'Mon, 02 Mar 2026 12:00:05 GMT' }),
      status(429, {}, { ...date, 'X-RateLimit-Reset': String(reset) }),
      records('a'),
    );
    expect(await read(api)).toMatchObject({ ok: true });
    // By the instance's own clock, which is three hours ahead of the app's.
    expect(waits).toEqual([20_250, 5_500, 8_000]);
  });

  it('leaves a longer wait to the caller', async () => {
    const { api } = connect();
    const headers = { 'Retry-After': '21', 'X-RateLimit-Limit': '500' };
    server.script(status(429, NOTHING_FOUND, headers), records('a'));
    expect(await read(api)).toEqual(unavailable(21_000, 'requests'));
    server.script(status(503, '<html>', { 'Retry-After': '3600' }), records('a'));
    expect(await read(api)).toEqual(unavailable(3_600_000));
    expect(waits).toEqual([]);
  });

  it('takes from the allowance of a minute for repetitions, too, and leaves longer waits to others', async () => {
    const { api } = connect('basic', { perMinute: 2 });
    server.script(status(503), records('a'), records('b'));
    await read(api);
    expect(await read(api)).toEqual(unavailable(59_750, 'own-allowance'));
    expect(waits).toEqual([250]);
  });
});

describe('writing a record', () => {
  it('patches it, and says when it is gone', async () => {
    const { api } = connect();
    server.script(status(200, { result: { sys_id: '1c74' } }), status(404, NOTHING_FOUND));
    expect(await write(api, true)).toEqual({ ok: true, value: 'updated' });
    expect(server.arrived).toMatchObject([
      {
        method: 'PATCH',
        url: '/api/now/table/incident/1c74?sysparm_fields=sys_id',
        contentType: 'application/json',
        body: `{"u_outcome":"${TEXT}"}`,
      },
    ]);
    expect(await write(api, true)).toEqual({ ok: true, value: 'gone' });
  });

  it('does it again only where twice is once', async () => {
    const { api } = connect();
    server.script(lose, status(200, { result: {} }));
    expect(await write(api, false)).toEqual(unavailable(null));
    expect(server.arrived).toHaveLength(1);
    server.script(lose, status(503), status(200, { result: {} }));
    expect(await write(api, true)).toEqual({ ok: true, value: 'updated' });
    server.script(status(500), status(200, { result: {} }));
    expect(await write(api, true)).toEqual(unavailable(null));
  });

  it('takes no page and no shapeless answer for success', async () => {
    const { api } = connect();
    server.script(status(200, '<html>'), status(200, {}), status(403), status(400, NOTHING_FOUND));
    expect(await write(api, false)).toEqual(unavailable(null));
    expect(await write(api, false)).toEqual(malformed(expect.stringMatching(/^result: /)));
    expect(await write(api, false)).toEqual(refusal('role', 'incident'));
    expect(await write(api, false)).toEqual(
      malformed('ServiceNow answered 400: the request was refused'),
    );
  });

  it('reaches no other address by the id of a record', async () => {
    const { api } = connect();
    server.script();
    for (const id of ['../sys_user/1', '..', '1?x=', '']) {
      await expect(api.updateRecord('incident', id, {}, { isIdempotent: true })).rejects.toThrow();
    }
    expect(server.arrived).toEqual([]);
  });
});

describe('a token', () => {
  const bearers = () => server.arrived.map(({ authorization }) => authorization);

  it('is asked for once, however many need it, and kept for those who come later', async () => {
    const { api, again, secrets } = connect('oauth');
    server.script(token(FIRST_TOKEN), records('a'), records('b'), records('c'));
    await Promise.all([read(api), read(api)]);
    await read(again());
    expect(server.arrived[0]).toEqual({
      method: 'POST',
      url: '/oauth_token.do',
      authorization: null,
      contentType: 'application/x-www-form-urlencoded',
      body: `grant_type=client_credentials&client_id=client&client_secret=${CLIENT_SECRET}`,
    });
    const bearer = `Bearer ${FIRST_TOKEN}`;
    expect(bearers()).toEqual([null, bearer, bearer, bearer]);
    expect(secrets.tokens.get('c1')).toEqual({ token: FIRST_TOKEN, expiresAt: NOW + 1_800_000 });
  });

  it('is asked for anew a minute before its end', async () => {
    const { api } = connect('oauth');
    server.script(
      token(FIRST_TOKEN),
      records('a'),
      records('b'),
      token(SECOND_TOKEN, '1800'),
      records('c'),
    );
    await read(api);
    now = NOW + 1_739_999;
    await read(api);
    now = NOW + 1_740_000;
    await read(api);
    expect(bearers()).toEqual([
      null,
      `Bearer ${FIRST_TOKEN}`,
      `Bearer ${FIRST_TOKEN}`,
      null,
      `Bearer ${SECOND_TOKEN}`,
    ]);
  });

  it('is used up when the instance gives the one that it gave before', async () => {
    const { api } = connect('oauth');
    server.script(token(FIRST_TOKEN, 40), records('a'), records('b'));
    await read(api);
    now = NOW + 19_999;
    expect(await read(api)).toMatchObject({ ok: true });
  });

  it('is replaced once when the instance takes it no more, for all who met that', async () => {
    const { api, secrets } = connect('oauth');
    server.script(token(FIRST_TOKEN), records('a'));
    await read(api);
    server.script(status(401), status(401), token(SECOND_TOKEN), records('b'), records('c'));
    const both = await Promise.all([read(api), write(api, false)]);
    expect(both[0]).toMatchObject({ ok: true });
    expect(server.arrived.map(({ url }) => url.split('?')[0])).toEqual([
      '/api/now/table/incident',
      '/api/now/table/incident/1c74',
      '/oauth_token.do',
      '/api/now/table/incident',
      '/api/now/table/incident/1c74',
    ]);
    expect(secrets.tokens.get('c1')?.token).toBe(SECOND_TOKEN);
  });

  it('that is new and not taken either means that the client is not let in', async () => {
    const { api } = connect('oauth');
    server.script(token(FIRST_TOKEN), status(401), token(SECOND_TOKEN), status(401), records('a'));
    expect(await read(api)).toEqual(refusal('credentials', null));
    expect(server.arrived).toHaveLength(4);
  });

  it.each<[string, Turn, unknown]>([
    ['a wrong secret', status(401, { error: 'access_denied' }), refusal('credentials', null)],
    ['an unknown client', status(400, { error: 'invalid_client' }), refusal('credentials', null)],
    ['a client that is not active', status(403), refusal('credentials', null)],
    ['a page', status(200, '<html>'), unavailable(null)],
    ['a redirect', status(302, '', { Location: '/login.do' }), refusal('redirect', HOST)],
    [
      'no token',
      status(200, { access_token: '', expires_in: 1 }),
      malformed('access_token: expected a token'),
    ],
    ['no life', token(FIRST_TOKEN, 0), malformed(expect.stringMatching(/^expires_in: /))],
  ])('is not got: %s', async (_what, turn, expected) => {
    const { api, secrets } = connect('oauth');
    server.script(turn);
    expect(await read(api)).toEqual(expected);
    expect(server.arrived).toHaveLength(1);
    expect(secrets.tokens.size).toBe(0);
  });

  it('is not asked for without a secret', async () => {
    const { api, secrets } = connect('oauth');
    await secrets.dropSecret('c1');
    server.script();
    expect(await read(api)).toEqual(refusal('credentials', null));
    expect(server.arrived).toEqual([]);
  });
});
