import { askApp } from '../../../sandbox/ask-app';
import type { LogLine } from '../../../sandbox/forge/host-types';
import {
  anAppWorld,
  BOT,
  HOUR,
  installed,
  MINUTE,
  registerBot,
  RULE,
  SITE_ADMIN,
  type AppWorld,
} from '../../support/app-world';
import {
  aCredential,
  bearer,
  changeCredential,
  post,
  signed,
  told,
  type SenderCredential,
} from '../../support/telemetry-sender';

const lines: LogLine[] = [];
let world: AppWorld;
beforeAll(async () => {
  world = await installed(await anAppWorld({ onLog: (line) => lines.push(line) }));
});
afterAll(() => world.live.stop());

let runs = 0;
/** Another body each time. */
const aBody = (): string => {
  runs += 1;
  const startedAt = new Date(world.clock.now() - MINUTE).toISOString();
  const endedAt = new Date(world.clock.now()).toISOString();
  return JSON.stringify({ runs: [{ id: `run-${runs}`, startedAt, endedAt, confidence: 0.5 }] });
};
const send = (headers: Readonly<Record<string, string>>, body = aBody()) =>
  post(world, { headers, body });
const statusOf = async (headers: Readonly<Record<string, string>>, body?: string) =>
  (await send(headers, body)).statusCode;
const fault = (field: string) => ({ error: { field, remedy: expect.any(String) as string } });
const pass = (ms: number): Promise<unknown> => world.live.jumpMs(ms);

describe('a sender with a token', () => {
  let credential: SenderCredential;
  beforeAll(async () => {
    credential = await aCredential(world);
  });

  it('gets in by Bearer, and by Basic where an exporter has nothing else', async () => {
    expect(told(await send(bearer(credential)))).toEqual({
      status: 200,
      body: { accepted: 1, refused: [], decisions: [] },
    });
    const { credentialId, secret } = credential;
    const basic = Buffer.from(`${credentialId}:${secret}`).toString('base64');
    expect(await statusOf({ authorization: `basic ${basic}` })).toBe(200);
  });

  it('is told alike whether the credential or the secret is unknown', async () => {
    const { credentialId, secret } = credential;
    const replies = [
      await send(bearer({ ...credential, token: `${credentialId}.${'A'.repeat(43)}` })),
      await send(bearer({ ...credential, token: `nobody.${secret}` })),
    ];
    for (const reply of replies) {
      expect(reply.headers).toMatchObject({ 'WWW-Authenticate': ['Bearer realm="Firstline"'] });
      expect(told(reply)).toMatchObject({ status: 401, body: fault('Authorization') });
    }
    expect(replies[0]?.body).toBe(replies[1]?.body);
  });

  it.each([
    ['nothing', {}],
    ['an empty token', { Authorization: 'Bearer ' }],
    ['a token without a secret', { Authorization: 'Bearer abc' }],
    ['a token of three parts', { Authorization: 'Bearer a.b.c' }],
    ['an empty secret', { Authorization: 'Bearer a.' }],
    ['another scheme', { Authorization: 'Digest a.b' }],
    ['Basic that is no base64', { Authorization: 'Basic ***' }],
    ['the name of a key of the store', { Authorization: 'Bearer settings:actors.b' }],
  ])('is refused with %s', async (_what, headers) => {
    expect(told(await send(headers))).toMatchObject({ status: 401, body: fault('Authorization') });
  });

  it('is noted as in use, within the hour', async () => {
    const made = await aCredential(world);
    const lastUse = async () =>
      (await askApp(world.host, 'readTelemetryStatus', {}, SITE_ADMIN)).credentials.find(
        ({ credentialId }) => credentialId === made.credentialId,
      )?.lastUsedAt;
    expect(await lastUse()).toBeNull();
    await send(bearer(made));
    const first = await lastUse();
    expect(first).toBe(new Date(world.clock.now()).toISOString());
    await pass(10 * MINUTE);
    await send(bearer(made));
    expect(await lastUse()).toBe(first);
    await pass(HOUR);
    await send(bearer(made));
    expect(await lastUse()).not.toBe(first);
  });
});

describe('a sender that signs', () => {
  let credential: SenderCredential;
  beforeAll(async () => {
    credential = await aCredential(world);
  });

  it('gets in when the signature is of this very body', async () => {
    const body = aBody();
    const headers = signed(credential, body, world.clock.now());
    expect(await statusOf(headers, `${body} `)).toBe(401);
    expect(await statusOf(headers, body)).toBe(200);
  });

  it('signs bytes: of text beyond ASCII, and of what is compressed', async () => {
    const body = JSON.stringify({ runs: [{ id: 'ü' }] });
    // Known as the sender, and only then told that `ü` is no id.
    expect(await statusOf(signed(credential, body, world.clock.now()), body)).toBe(422);
  });

  it('may be five minutes off, and no more', async () => {
    const now = Math.floor(world.clock.now() / 1_000) * 1_000;
    const off = async (ms: number) => {
      const body = aBody();
      return told(await send(signed(credential, body, now + ms), body));
    };
    await pass(now + 1_000 - world.clock.now());
    expect(await off(-5 * MINUTE + 1_000)).toMatchObject({ status: 200 });
    expect(await off(5 * MINUTE + 1_000)).toMatchObject({ status: 200 });
    expect(await off(-5 * MINUTE)).toMatchObject({
      status: 401,
      body: fault('X-Firstline-Timestamp'),
    });
    expect(await off(5 * MINUTE + 2_000)).toMatchObject({ status: 401 });
  });

  it('is refused when the same request comes again, and taken when it is signed anew', async () => {
    const body = aBody();
    const headers = signed(credential, body, world.clock.now());
    expect(await statusOf(headers, body)).toBe(200);
    const again = { status: 401, body: fault('X-Firstline-Signature') };
    expect(told(await send(headers, body))).toMatchObject(again);
    // Written otherwise, it is the same.
    const shouting = headers['X-Firstline-Signature']?.toUpperCase().replace('V1', 'v1') ?? '';
    const disguised = { ...headers, 'X-Firstline-Signature': shouting };
    expect(told(await send(disguised, body))).toMatchObject(again);
    await pass(2_000);
    expect(told(await send(headers, body))).toMatchObject(again);
    expect(await statusOf(signed(credential, body, world.clock.now()), body)).toBe(200);
  });

  it('has its requests remembered for as long as they are fresh', async () => {
    const body = aBody();
    const sentAt = world.clock.now();
    const headers = signed(credential, body, sentAt + 5 * MINUTE);
    expect(await statusOf(headers, body)).toBe(200);
    await pass(10 * MINUTE - 1_000);
    expect(told(await send(headers, body))).toMatchObject({ body: fault('X-Firstline-Signature') });
  });

  it('takes part once of two same requests at once', async () => {
    const body = aBody();
    const headers = signed(credential, body, world.clock.now());
    const statuses = await Promise.all([1, 2, 3].map(() => statusOf(headers, body)));
    expect(statuses.sort()).toEqual([200, 401, 401]);
  });

  it.each([
    ['X-Firstline-Key', ''],
    ['X-Firstline-Key', 'a b'],
    ['X-Firstline-Timestamp', 'now'],
    ['X-Firstline-Timestamp', '-1'],
    ['X-Firstline-Timestamp', '1e9'],
    ['X-Firstline-Signature', 'v1=abc'],
    ['X-Firstline-Signature', `v2=${'a'.repeat(64)}`],
  ])('is told that %s cannot be %j', async (name, value) => {
    const body = aBody();
    const headers = { ...signed(credential, body, world.clock.now()), [name]: value };
    expect(told(await send(headers, body))).toMatchObject({ status: 401, body: fault(name) });
  });
});

describe('a credential', () => {
  it('is good with its former secret for a day after a rotation', async () => {
    const made = await aCredential(world);
    const rotated = await changeCredential(world, made.credentialId, 'rotate');
    const former = { ...rotated, secret: made.secret, token: made.token };
    expect(await statusOf(bearer(former))).toBe(200);
    expect(await statusOf(bearer(rotated))).toBe(200);
    await pass(24 * HOUR - MINUTE);
    const body = aBody();
    expect(await statusOf(signed(former, body, world.clock.now()), body)).toBe(200);
    await pass(MINUTE);
    expect(await statusOf(bearer(former))).toBe(401);
    expect(await statusOf(signed(former, body, world.clock.now()), body)).toBe(401);
    expect(await statusOf(bearer(rotated))).toBe(200);
  });

  it('is of no use once it is revoked, whatever the proof', async () => {
    const made = await aCredential(world);
    await changeCredential(world, made.credentialId, 'rotate');
    await changeCredential(world, made.credentialId, 'revoke');
    const body = aBody();
    for (const headers of [bearer(made), signed(made, body, world.clock.now())]) {
      expect(told(await send(headers, body))).toMatchObject({
        status: 403,
        body: fault('credential'),
      });
    }
  });

  it('is of no use while its agent is not registered', async () => {
    const actor = { accountId: RULE, kind: 'ai-agent' as const, name: 'Rules', vendor: null };
    const register = (kind: 'ai-agent' | 'automation') =>
      askApp(world.host, 'saveActors', { actors: [{ ...actor, kind }] }, SITE_ADMIN);
    await register('ai-agent');
    const made = await aCredential(world, RULE);
    expect(await statusOf(bearer(made))).toBe(200);
    await register('automation');
    expect(told(await send(bearer(made)))).toMatchObject({
      status: 403,
      body: fault('credential'),
    });
    await registerBot(world);
  });

  it('has its own allowance a minute, and says when there is more', async () => {
    const [busy, other] = [await aCredential(world), await aCredential(world)];
    // To the beginning of a minute, and half of it gone.
    await pass(MINUTE - (world.clock.now() % MINUTE) + 30_000);
    const statuses = new Map<number, number>();
    for (let i = 0; i < 601; i += 1) {
      const status = await statusOf(bearer(busy), '{}');
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (i % 100 === 99) await pass(1_000);
    }
    expect([...statuses]).toEqual([
      [422, 600],
      [429, 1],
    ]);
    const refused = await send(bearer(busy));
    expect(told(refused)).toMatchObject({ status: 429, body: fault('credential') });
    expect(refused.headers).toMatchObject({ 'Retry-After': ['24'] });
    expect(await statusOf(bearer(other))).toBe(200);
    await pass(24_000);
    expect(await statusOf(bearer(busy))).toBe(200);
  });

  it('leaves no secret, token or signature in any log', async () => {
    const made = await aCredential(world, BOT);
    const body = aBody();
    const headers = signed(made, body, world.clock.now());
    await send(headers, body);
    await send(headers, body);
    await send(bearer(made), 'no JSON, but Ada Lovelace’s password');
    await send(bearer({ ...made, token: `${made.token}x` }));
    const text = lines.map((line) => line.text).join('\n');
    expect(text).not.toContain(made.secret);
    expect(text).not.toContain(headers['X-Firstline-Signature']?.slice(3) ?? '');
    expect(text).not.toMatch(/Ada|password|run-\d/);
    expect(world.host.kvs.list('plain').map(({ json }) => json)).not.toContainEqual(
      expect.stringContaining(made.secret),
    );
  });
});
