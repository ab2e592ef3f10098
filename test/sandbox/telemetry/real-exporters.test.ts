import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import {
  startWebTriggerServer,
  type WebTriggerServer,
} from '../../../sandbox/forge/web-triggers/web-trigger-server';
import {
  anAppWorld,
  installed,
  MINUTE,
  openTicket,
  ROOT,
  type AppWorld,
} from '../../support/app-world';
import { storeOf, ticketIdOf } from '../../support/stored';
import { aCredential, EXACT_DELIVERY, type SenderCredential } from '../../support/telemetry-sender';

const run = promisify(execFile);
const AGENT = join(ROOT, 'test', 'support', 'exporting-agent.mjs');

const RUNS = 40;
const MODEL_CALLS = 3;
/** Spans: no multiple of a run's, so that many runs come in two batches. */
const BATCH = 32;

let world: AppWorld;
let server: WebTriggerServer;
let credential: SenderCredential;
let address: string;
beforeAll(async () => {
  world = await installed(await anAppWorld({ delivery: EXACT_DELIVERY }));
  server = await startWebTriggerServer(world.host);
  credential = await aCredential(world);
  address = world.host.webTriggerUrl('telemetry');
});
afterAll(async () => {
  await server.close();
  await world.live.stop();
});

/** What arrived of an agent's runs on a ticket. */
async function runsSentBy(exporter: 'otlp' | 'langfuse', env: Readonly<Record<string, string>>) {
  const ticket = openTicket(world);
  await world.live.jumpMs(MINUTE);
  const work = { exporter, ticket, nowMs: world.clock.now(), runs: RUNS };
  const agent = JSON.stringify({ ...work, modelCalls: MODEL_CALLS, batch: BATCH });
  await run(process.execPath, [AGENT], {
    env: { PATH: process.env['PATH'], ...env, AGENT: agent },
  });
  const ticketId = ticketIdOf(world, ticket);
  const rows = (await storeOf(world).readAttemptsOfTickets([ticketId])).runs.get(ticketId) ?? [];
  return rows.map((row) => row.run).sort((a, b) => (a.inputTokens ?? 0) - (b.inputTokens ?? 0));
}

/** Each run has all of its spans, and the tokens of its calls of the model and no more. */
const EVERY_RUN = Array.from({ length: RUNS }, (_, index) => ({
  isComplete: true,
  result: 'resolved',
  confidence: 0.9,
  spans: 1 + MODEL_CALLS + MODEL_CALLS - 1,
  modelCalls: MODEL_CALLS,
  models: ['large'],
  inputTokens: 3 * (100 + index),
  outputTokens: 10 + 11 + 12,
  steps: [{ tool: 'vpn.check' }, { tool: 'vpn.check' }],
}));

describe('every run arrives whole', () => {
  const otlp = (): Readonly<Record<string, string>> => ({
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${address}/v1/traces`,
    OTEL_EXPORTER_OTLP_TRACES_HEADERS: `Authorization=Bearer%20${credential.token}`,
  });

  it('from OpenTelemetry’s exporter over HTTP', async () => {
    expect(await runsSentBy('otlp', otlp())).toMatchObject(EVERY_RUN);
  });

  it('from the same when it compresses', async () => {
    const env = { ...otlp(), OTEL_EXPORTER_OTLP_TRACES_COMPRESSION: 'gzip' };
    expect(await runsSentBy('otlp', env)).toMatchObject(EVERY_RUN);
  });

  it('from the same when it adds the path itself', async () => {
    const env = {
      OTEL_EXPORTER_OTLP_ENDPOINT: address,
      OTEL_EXPORTER_OTLP_HEADERS: `Authorization=Bearer%20${credential.token}`,
    };
    expect(await runsSentBy('otlp', env)).toMatchObject(EVERY_RUN);
  });

  it('from Langfuse’s exporter, which sends a key and a secret', async () => {
    const env = {
      LANGFUSE_BASE_URL: address,
      LANGFUSE_PUBLIC_KEY: credential.credentialId,
      LANGFUSE_SECRET_KEY: credential.secret,
    };
    expect(await runsSentBy('langfuse', env)).toMatchObject(EVERY_RUN);
  });
});

it('takes nothing from an exporter without a credential', async () => {
  const env = { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${address}/v1/traces` };
  await expect(runsSentBy('otlp', env)).rejects.toThrow('OTLPExporterError: Unauthorized');
  expect(await storeOf(world).countUnmatchedRuns()).toEqual([]);
});
