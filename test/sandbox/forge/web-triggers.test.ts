import { request as httpRequest } from 'node:http';
import { gzipSync } from 'node:zlib';

import {
  startWebTriggerServer,
  type WebTriggerServer,
} from '../../../sandbox/forge/web-triggers/web-trigger-server';
import { buildFixtureApp, startFixture, type FixtureHost } from './fixture-host';

const app = buildFixtureApp();
afterAll(app.remove);

const MB = 1_024 * 1_024;

describe('a web trigger', () => {
  let fixture: FixtureHost;
  beforeEach(async () => {
    fixture = await startFixture(app.file);
  });
  afterEach(() => fixture.host.close());

  const urlOf = async (key: string, forceCreate = false): Promise<string> =>
    (await fixture.ask<string>('webTriggerUrl', { key, forceCreate })).value ?? '';
  const callHook = (userPath: string, body = '') =>
    fixture.host.invokeWebTrigger({
      moduleKey: 'hook',
      method: 'POST',
      path: `/public/any${userPath}`,
      body,
    });

  it('has an address of the format that the manifest names, and keeps it', async () => {
    const url = await urlOf('hook');
    expect(url).toMatch(
      /^https:\/\/sandbox-installation\.webtrigger\.atlassian\.app\/public\/[\w-]{27}$/,
    );
    expect(await urlOf('hook')).toBe(url);
    expect(await urlOf('old-hook')).toMatch(
      /^https:\/\/11111111-2222-4333-8444-555555555555\.hello\.atlassian-dev\.net\/x1\/[\w-]{27}$/,
    );
    expect(await fixture.ask('webTriggerUrl', { key: 'gone' })).toMatchObject({
      error: { message: 'Internal error occurred: Failed to get web trigger URL.' },
    });
  });

  it('can have further addresses, which are listed and deleted', async () => {
    const first = await urlOf('hook');
    const second = await urlOf('hook', true);
    const old = await urlOf('old-hook');
    expect(second).not.toBe(first);
    expect(await fixture.ask('webTriggerUrls')).toEqual({
      value: [
        { moduleKey: 'hook', url: first },
        { moduleKey: 'hook', url: second },
        { moduleKey: 'old-hook', url: old },
      ],
    });
    expect(await fixture.ask('deleteWebTriggerUrl', { url: first })).toEqual({});
    expect(await fixture.ask('webTriggerUrls', { key: 'hook' })).toEqual({
      value: [{ moduleKey: 'hook', url: second }],
    });
    expect(fixture.host.webTriggerAt(new URL(first).pathname)).toBeNull();
    expect(fixture.host.webTriggerAt(new URL(second).pathname)).toBe('hook');
    expect(await fixture.ask('deleteWebTriggerUrl', { url: first })).toMatchObject({
      error: { message: expect.stringContaining('There is no such web trigger URL') as string },
    });
  });

  it('is called as the platform calls it, and answers with status, headers and body', async () => {
    const reply = await fixture.host.invokeWebTrigger({
      moduleKey: 'hook',
      method: 'PUT',
      path: '/public/abc/v1/traces',
      headers: { 'Content-Type': ['text/plain'], accept: ['a', 'b'] },
      query: new URLSearchParams('apples=green,red&grapes=blue&apples=old'),
      body: 'Größe',
    });
    expect(reply).toMatchObject({
      statusCode: 201,
      statusText: 'Made',
      headers: { 'Content-Type': ['application/json'], 'Set-Cookie': ['a=1', 'b=2'] },
    });
    expect(JSON.parse(reply.body)).toEqual({
      request: {
        method: 'PUT',
        path: '/public/abc/v1/traces',
        userPath: '/v1/traces',
        headers: { 'Content-Type': ['text/plain'], accept: ['a', 'b'] },
        queryParameters: { apples: ['green', 'red', 'old'], grapes: ['blue'] },
        body: 'Größe',
      },
      context: {
        installContext: 'ari:cloud:jira::site/sandbox-cloud-id',
        installation: {
          ari: 'sandbox-installation',
          contexts: ['ari:cloud:jira::site/sandbox-cloud-id'],
        },
      },
    });
  });

  it('acts for nobody', async () => {
    const { body } = await callHook('/as-user');
    expect(JSON.parse(body)).toMatchObject({ error: { name: 'NEEDS_AUTHENTICATION_ERR' } });
  });

  it.each([
    ['no object', '"text"'],
    ['no status code', '{"body":"x"}'],
    ['a status code that is none', '{"statusCode":20}'],
    ['a header that is no list', '{"statusCode":200,"headers":{"a":"b"}}'],
    ['a header that would break the response', '{"statusCode":200,"headers":{"a":["b\\r\\nc"]}}'],
    ['a body that is no text', '{"statusCode":200,"body":{"a":1}}'],
  ])('answers 500 for a result with %s', async (_what, result) => {
    expect(await callHook('/answer', result)).toMatchObject({ statusCode: 500 });
  });

  it('answers with a declared output only, where the manifest says so', async () => {
    const call = (body: string) =>
      fixture.host.invokeWebTrigger({ moduleKey: 'narrow-hook', method: 'POST', body });
    expect(await call('taken')).toEqual({
      statusCode: 202,
      statusText: null,
      headers: { 'Content-Type': ['application/json'] },
      body: '{"ok":true}',
    });
    expect(await call('refused')).toMatchObject({ statusCode: 403, headers: {}, body: '' });
    expect(await call('unheard-of')).toMatchObject({ statusCode: 500 });
  });

  it('answers 424 for a function that throws, without its words, and the platform logs them', async () => {
    const reply = await callHook('/fail');
    expect(reply.statusCode).toBe(424);
    expect(reply.body).not.toContain('The hook breaks');
    expect(fixture.log.at(-1)).toMatchObject({
      source: 'platform',
      text: expect.stringContaining('The hook breaks') as string,
    });
  });

  it('takes requests of up to 5 MB', async () => {
    expect(await callHook('', 'x'.repeat(2 * MB))).toMatchObject({ statusCode: 201 });
    expect(await callHook('', 'x'.repeat(5 * MB))).toMatchObject({ statusCode: 413 });
  });

  it('is metered as a call of its own kind', async () => {
    const before = fixture.host.meter.snapshot();
    await callHook('');
    await callHook('/fail');
    const { kinds, functions } = fixture.host.meter.since(before);
    expect(kinds).toMatchObject({ webTrigger: { invocations: 2, failures: 1 } });
    expect(functions).toMatchObject({ hook: { invocations: 2, failures: 1 } });
  });
});

it('lets an installation call web triggers 300 times a second and 7,000 times a minute', async () => {
  const { host, clock } = await startFixture(app.file, { elapsedMs: () => 0 });
  const call = () =>
    host.invokeWebTrigger({ moduleKey: 'narrow-hook', method: 'POST', body: 'taken' });
  const statusesOf = async (times: number) => {
    const counts: Record<number, number> = {};
    for (let i = 0; i < times; i += 1) {
      const { statusCode } = await call();
      counts[statusCode] = (counts[statusCode] ?? 0) + 1;
    }
    return counts;
  };
  expect(await statusesOf(301)).toEqual({ 202: 300, 429: 1 });
  expect((await call()).headers).toMatchObject({ 'Retry-After': ['1'] });
  for (let second = 0; second < 22; second += 1) {
    clock.advance(1_000);
    await statusesOf(300);
  }
  clock.advance(1_000);
  expect(await statusesOf(101)).toEqual({ 202: 100, 429: 1 });
  clock.advance(60_000);
  expect(await statusesOf(1)).toEqual({ 202: 1 });
  await host.close();
});

describe('the server of web triggers', () => {
  let fixture: FixtureHost;
  let server: WebTriggerServer;
  let url: string;
  beforeAll(async () => {
    fixture = await startFixture(app.file);
    server = await startWebTriggerServer(fixture.host);
    url = (await fixture.ask<string>('webTriggerUrl', { key: 'hook' })).value ?? '';
  });
  afterAll(async () => {
    await server.close();
    await fixture.host.close();
  });

  interface Seen {
    readonly request: {
      readonly path: string;
      readonly userPath: string;
      readonly headers: Readonly<Record<string, readonly string[]>>;
      readonly queryParameters: object;
      readonly body: string;
    };
  }

  it('is where the addresses of web triggers lead', async () => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/public\/[\w-]+$/);
    const response = await fetch(`${url}/v1/traces?a=1`, { method: 'POST', body: '{"a":"ü"}' });
    expect([response.status, response.statusText]).toEqual([201, 'Made']);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const { request } = (await response.json()) as Seen;
    expect(request).toMatchObject({
      path: `${new URL(url).pathname}/v1/traces`,
      userPath: '/v1/traces',
      queryParameters: { a: ['1'] },
      body: '{"a":"ü"}',
    });
  });

  it('passes bytes that are no text as base64, and headers under the names that were sent', async () => {
    const zipped = gzipSync('{"a":1}');
    const answer = await new Promise<Seen>((resolve, reject) => {
      const sent = httpRequest(url, {
        method: 'POST',
        headers: { 'Content-Encoding': 'gzip', 'X-Many': ['1', '2'] },
      });
      sent.on('error', reject).on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve(JSON.parse(Buffer.concat(chunks).toString()) as Seen);
        });
      });
      sent.end(zipped);
    });
    expect(answer.request.body).toBe(zipped.toString('base64'));
    expect(answer.request.headers).toMatchObject({
      'Content-Encoding': ['gzip'],
      'X-Many': ['1', '2'],
    });
  });

  it('knows no other address, and takes no more than 5 MB', async () => {
    expect((await fetch(`${server.url}/public/unheard-of`, { method: 'POST' })).status).toBe(404);
    expect((await fetch(`${server.url}/`)).status).toBe(404);
    const body = new Uint8Array(5 * MB + 1);
    expect((await fetch(url, { method: 'POST', body })).status).toBe(413);
  });
});
