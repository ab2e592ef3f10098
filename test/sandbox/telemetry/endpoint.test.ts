import { gzipSync } from 'node:zlib';

import type { Database } from '../../../sandbox/forge/sql/database';
import { openSqlite } from '../../../sandbox/forge/sql/sqlite';
import type { LogLine } from '../../../sandbox/forge/host-types';
import {
  anAppWorld,
  BOT,
  installed,
  MINUTE,
  openTicket,
  type AppWorld,
} from '../../support/app-world';
import { storeOf, ticketIdOf } from '../../support/stored';
import { otlpBody, otlpSpan, type AttributeValues } from '../../support/telemetry-body';
import {
  aCredential,
  bearer,
  EXACT_DELIVERY,
  post,
  setThreshold,
  told,
  type SenderCredential,
} from '../../support/telemetry-sender';

const TEXT = 'Ada cannot log in';
const PLAIN = { id: 'plain', startedAt: '2026-03-02T09:00:00Z' };

/** As it is, until it is told to be out of reach. */
class FailingDatabase {
  isDown = false;
  open(): Database {
    const inner = openSqlite();
    return {
      engine: 'sqlite',
      execute: (statement, params) => {
        if (this.isDown) throw new Error(`no connection for ${TEXT}`);
        return inner.execute(statement, params);
      },
      sizeBytes: () => inner.sizeBytes(),
      close: () => inner.close(),
    };
  }
}

const failing = new FailingDatabase();
const lines: LogLine[] = [];
let world: AppWorld;
let credential: SenderCredential;
beforeAll(async () => {
  world = await installed(
    await anAppWorld({
      database: failing.open(),
      delivery: EXACT_DELIVERY,
      onLog: (line) => lines.push(line),
    }),
  );
  await setThreshold(world);
  credential = await aCredential(world);
});
afterAll(() => world.live.stop());

const send = (body: unknown, headers: Readonly<Record<string, string>> = {}, path?: string) =>
  post(world, {
    headers: { ...bearer(credential), ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    ...(path === undefined ? {} : { path }),
  });
const fault = (field: string) => ({ error: { field, remedy: expect.any(String) as string } });
const runsOn = async (issue: string) => {
  const ticketId = ticketIdOf(world, issue);
  return (await storeOf(world).readAttemptsOfTickets([ticketId])).runs.get(ticketId) ?? [];
};

let traces = 0;
/** A trace of one span that ends now. */
function aTrace(attributes: AttributeValues, members: Readonly<Record<string, unknown>> = {}) {
  traces += 1;
  const now = world.clock.now();
  return otlpSpan(
    { 'gen_ai.operation.name': 'invoke_agent', ...attributes },
    {
      traceId: traces.toString(16).padStart(32, '0'),
      startTimeUnixNano: `${now - MINUTE}000000`,
      endTimeUnixNano: `${now}000000`,
      ...members,
    },
  );
}
const aRun = (id: string, over: object) => ({
  id,
  startedAt: new Date(world.clock.now() - MINUTE).toISOString(),
  endedAt: new Date(world.clock.now()).toISOString(),
  ...over,
});

describe('an OTLP export', () => {
  it('is taken with an empty answer, whatever path stands behind the address', async () => {
    for (const path of ['', '/', '/v1/traces', '/api/public/otel/v1/traces']) {
      const reply = await send(otlpBody([aTrace({})]), {}, path);
      expect(told(reply)).toEqual({ status: 200, body: {} });
      expect(reply.headers).toMatchObject({ 'Content-Type': ['application/json'] });
    }
  });

  it('is answered with the decision of the policy, and people get what it says', async () => {
    const [sure, unsure] = [openTicket(world), openTicket(world)];
    await world.live.jumpMs(MINUTE);
    const about = (issue: string, confidence: number) =>
      aTrace({
        'firstline.ticket.key': issue,
        'firstline.result': 'resolved',
        'firstline.confidence': confidence,
      });
    const [first, second] = [about(sure, 0.9), about(unsure, 0.55)];
    expect(told(await send(otlpBody([first, second])))).toEqual({
      status: 200,
      body: {
        firstline: {
          decisions: [
            { run: first.traceId, ticket: sure, decision: 'proceed', reason: null },
            { run: second.traceId, ticket: unsure, decision: 'hand-off', reason: 'low-confidence' },
          ],
        },
      },
    });
    await world.live.jumpMs(2 * MINUTE);
    const handOffs = await Promise.all(
      [sure, unsure].map((issue) => storeOf(world).readHandOffsOfTicket(ticketIdOf(world, issue))),
    );
    expect(handOffs).toMatchObject([[], [{ reason: 'low-confidence', step: 'recorded' }]]);
    expect(await runsOn(unsure)).toMatchObject([{ agentId: BOT, run: { confidence: 0.55 } }]);
  });

  it('is taken but for the spans that cannot be read, which are told by field', async () => {
    const issue = openTicket(world);
    await world.live.jumpMs(MINUTE);
    const good = aTrace({ 'firstline.ticket.key': issue });
    const bad = [
      aTrace({}, { traceId: 'zz' }),
      aTrace({ 'firstline.confidence': 1.5 }),
      ...Array.from({ length: 30 }, () => aTrace({}, { spanId: 1.5 })),
    ];
    const { status, body } = told(
      await send(otlpBody([...bad.slice(0, 2), good, ...bad.slice(2)])),
    );
    const { partialSuccess } = body as {
      readonly partialSuccess: { readonly rejectedSpans: string; readonly errorMessage: string };
    };
    expect(status).toBe(200);
    expect(partialSuccess.rejectedSpans).toBe('32');
    expect(partialSuccess.errorMessage).toMatch(
      /^resourceSpans\[0\]\.scopeSpans\[0\]\.spans\[0\]\.traceId: .*spans\[1\]\.attributes\.firstline\.confidence: a number from 0 to 1; .*and 12 more$/,
    );
    expect(await runsOn(issue)).toHaveLength(1);
  });

  it('may be packed, in whatever form the platform hands bytes on', async () => {
    const packed = (issue: string) =>
      gzipSync(JSON.stringify(otlpBody([aTrace({ 'firstline.ticket.key': issue })])));
    const forms = {
      'as the sandbox does': (bytes: Buffer) => bytes,
      base64: (bytes: Buffer) => bytes.toString('base64'),
      'a character a byte': (bytes: Buffer) => bytes.toString('latin1'),
    };
    for (const toBody of Object.values(forms)) {
      const issue = openTicket(world);
      await world.live.jumpMs(MINUTE);
      const reply = await send(toBody(packed(issue)), { 'Content-Encoding': 'gzip' });
      expect(told(reply)).toMatchObject({ status: 200 });
      expect(await runsOn(issue)).toHaveLength(1);
    }
    const lost = packed('IT-1').toString('utf8');
    expect(told(await send(lost, { 'Content-Encoding': 'gzip' }))).toEqual({
      status: 415,
      body: {
        message: expect.stringMatching(/^Content-Encoding: .*without compression$/) as string,
        ...fault('Content-Encoding'),
      },
    });
  });
});

describe('a native batch', () => {
  it('is taken but for the runs that cannot be read', async () => {
    const issue = openTicket(world);
    await world.live.jumpMs(MINUTE);
    const runs = [
      aRun('n-1', { ticket: issue, result: 'resolved', confidence: 0.95 }),
      aRun('n-2', { confidence: 2 }),
    ];
    expect(told(await send({ runs }))).toEqual({
      status: 200,
      body: {
        accepted: 1,
        refused: [expect.stringMatching(/^runs\[1\]\.confidence: /)],
        decisions: [{ run: 'n-1', ticket: issue, decision: 'proceed', reason: null }],
      },
    });
  });

  it('asks before it acts, is told, and ends the same run afterwards', async () => {
    const issue = openTicket(world);
    await world.live.jumpMs(MINUTE);
    const asking = aRun('ask-1', { ticket: issue, endedAt: null, confidence: 0.9 });
    expect(told(await send({ runs: [asking] }))).toMatchObject({
      body: { accepted: 1, decisions: [{ run: 'ask-1', ticket: issue, decision: 'proceed' }] },
    });
    const ended = { ...asking, endedAt: new Date(world.clock.now()).toISOString() };
    await send({ runs: [{ ...ended, result: 'resolved' }] });
    expect(await runsOn(issue)).toMatchObject([
      { run: { traceId: 'ask-1', result: 'resolved', isComplete: true } },
    ]);
  });
});

describe('a request that is refused', () => {
  it.each([
    [405, 'method', { method: 'GET', body: '' }],
    [405, 'method', { method: 'PUT', body: '{"runs":[]}' }],
    [415, 'Content-Type', { headers: { 'Content-Type': 'application/x-protobuf' }, body: '{}' }],
    [415, 'Content-Encoding', { headers: { 'Content-Encoding': 'br' }, body: '{}' }],
    [422, 'Content-Encoding', { headers: { 'Content-Encoding': 'gzip' }, body: '{}' }],
    [422, 'body', { body: '' }],
    [422, 'body', { body: '{"runs":' }],
    [422, 'body', { body: '[]' }],
    [422, 'resourceMetrics', { path: '/v1/metrics', body: '{"resourceMetrics":[]}' }],
    [422, 'runs', { body: '{"runs":[]}' }],
    [422, 'runs[0].prompt', { body: JSON.stringify({ runs: [{ ...PLAIN, prompt: TEXT }] }) }],
    [413, 'body', { headers: { 'Content-Encoding': 'gzip' }, body: gzipSync('0'.repeat(11e6)) }],
    [413, 'resourceSpans', { body: JSON.stringify(otlpBody(Array(5_001).fill({}))) }],
  ])('is told %s and %s', async (status, field, request) => {
    const reply = await post(world, {
      ...request,
      headers: { ...bearer(credential), ...('headers' in request ? request.headers : {}) },
    });
    const { error, message } = JSON.parse(reply.body) as {
      readonly error: { readonly field: string; readonly remedy: string };
      readonly message: string;
    };
    expect(reply.body).not.toContain(TEXT);
    expect({ status: reply.statusCode, field: error.field }).toEqual({ status, field });
    expect(message).toBe(`${field}: ${error.remedy}`);
    if (status === 405) expect(reply.headers).toMatchObject({ Allow: ['POST'] });
  });

  it('is told of its proof before anything of its body', async () => {
    const reply = await post(world, { body: '{"runs":' });
    expect(told(reply)).toMatchObject({ status: 401, body: fault('Authorization') });
  });
});

describe('a store out of reach', () => {
  afterEach(() => {
    failing.isDown = false;
  });

  it('lets the sender keep its batch and send it again, and quotes nothing', async () => {
    const issue = openTicket(world);
    await world.live.jumpMs(MINUTE);
    const body = otlpBody([aTrace({ 'firstline.ticket.key': issue, note: TEXT })]);
    failing.isDown = true;
    lines.length = 0;
    const reply = await send(body);
    expect(told(reply)).toMatchObject({ status: 503, body: fault('store') });
    expect(reply.headers).toMatchObject({ 'Retry-After': ['5'] });
    const text = lines.map((line) => line.text).join('\n');
    expect(text).toContain('"event":"telemetry.not-taken"');
    expect(text + reply.body).not.toContain('Ada');
    failing.isDown = false;
    expect(told(await send(body))).toMatchObject({ status: 200 });
    expect(await runsOn(issue)).toHaveLength(1);
  });
});
