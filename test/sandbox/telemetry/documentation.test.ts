import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

import { createChance } from '../../../sandbox/demo/chance';
import { startWebTriggerServer } from '../../../sandbox/forge/web-triggers/web-trigger-server';
import { OWN_ATTRIBUTES } from '../../../src/adapters/telemetry/own-attributes';
import { parseJson } from '../../../src/adapters/telemetry/parse-json';
import { HAND_OFF_REASONS } from '../../../src/domain/escalation/decision';
import {
  anAppWorld,
  installed,
  MINUTE,
  openTicket,
  ROOT,
  type AppWorld,
} from '../../support/app-world';
import { mutateBody } from '../../support/mutate-body';
import { storeOf, ticketIdOf } from '../../support/stored';
import { telemetryBodies } from '../../support/telemetry-bodies';
import { readTelemetry } from '../../support/telemetry-body';
import {
  aCredential,
  bearer,
  EXACT_DELIVERY,
  post,
  setThreshold,
  told,
  type SenderCredential,
} from '../../support/telemetry-sender';

const read = (name: string): string => readFileSync(join(ROOT, 'docs', name), 'utf8');
const text = read('telemetry.md');
const blocksOf = (language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(
    ([, block = '']) => block,
  );
const [batch = '', answer = ''] = blocksOf('json');
const [signing = ''] = blocksOf('js');

const isValid = addFormats(new Ajv2020({ allowUnionTypes: true })).compile(
  JSON.parse(read('telemetry.schema.json')) as object,
);

let world: AppWorld;
let credential: SenderCredential;
beforeAll(async () => {
  world = await installed(await anAppWorld({ delivery: EXACT_DELIVERY }));
  await setThreshold(world);
  credential = await aCredential(world);
});
afterAll(() => world.live.stop());

/** The example, about a ticket that is open now. */
async function anExample(): Promise<{ readonly issue: string; readonly body: string }> {
  const issue = openTicket(world);
  await world.live.jumpMs(10 * MINUTE);
  const end = (ms: number): string => new Date(world.clock.now() - ms).toISOString();
  const body = batch
    .replaceAll('IT-12', issue)
    .replaceAll('2026-03-02T09:00:00Z', end(70_000))
    .replaceAll('2026-03-02T09:00:20Z', end(50_000))
    .replaceAll('2026-03-02T09:00:31Z', end(39_000))
    .replaceAll('2026-03-02T09:01:10Z', end(0));
  return { issue, body };
}
const handOffsOf = (issue: string) => storeOf(world).readHandOffsOfTicket(ticketIdOf(world, issue));

describe('docs/telemetry.md', () => {
  it('shows a batch that is taken, and the answer to it', async () => {
    const { issue, body } = await anExample();
    expect(told(await post(world, { headers: bearer(credential), body }))).toEqual({
      status: 200,
      body: JSON.parse(answer.replaceAll('IT-12', issue)) as unknown,
    });
    await world.live.jumpMs(MINUTE);
    expect(await handOffsOf(issue)).toMatchObject([{ reason: 'low-confidence' }]);
  });

  it('says how to ask first: people take over, and the run may still end', async () => {
    const { issue, body } = await anExample();
    const { runs } = JSON.parse(body) as { readonly runs: readonly Record<string, unknown>[] };
    const { endedAt, result, ...run } = { ...runs[0], id: 'run-7732' } as Record<string, unknown>;
    const send = async (each: object) =>
      told(
        await post(world, {
          headers: bearer(credential),
          body: JSON.stringify({ runs: [each] }),
        }),
      );
    const decisions = [
      { run: 'run-7732', ticket: issue, decision: 'hand-off', reason: 'low-confidence' },
    ];
    expect(await send(run)).toMatchObject({ body: { decisions } });
    await world.live.jumpMs(MINUTE);
    expect(await handOffsOf(issue)).toHaveLength(1);
    expect(await send({ ...run, endedAt, result })).toMatchObject({ status: 200 });
    await world.live.jumpMs(MINUTE);
    expect(await handOffsOf(issue)).toHaveLength(1);
  });

  it('shows a program that signs', async () => {
    const server = await startWebTriggerServer(world.host);
    const { issue, body } = await anExample();
    // The program has the time of this machine, the site its own.
    const program = `Date.now = () => ${world.clock.now()};\n${signing}`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', program],
      {
        env: {
          PATH: process.env['PATH'],
          FIRSTLINE_ADDRESS: world.host.webTriggerUrl('telemetry'),
          FIRSTLINE_TOKEN: credential.token,
          BODY: body,
        },
      },
    );
    await server.close();
    expect(stdout).toMatch(/^200 \{"accepted":1,/);
    expect(stdout).toContain(issue);
  });

  it('names every attribute of ours and every reason', () => {
    const missing = [...OWN_ATTRIBUTES, ...HAND_OFF_REASONS].filter(
      (name) => !text.includes(`\`${name}\``),
    );
    expect(missing).toEqual([]);
  });
});

describe('docs/telemetry.schema.json', () => {
  it('is met by the example', () => {
    expect(isValid(JSON.parse(batch))).toBe(true);
  });

  it('is met by all that the endpoint takes, of 3,000 spoilt batches, and by few that it refuses', () => {
    const chance = createChance(7, 'schema');
    const [, native = ''] = telemetryBodies('IT-1');
    const seen = { taken: 0, refused: 0, refusedThoughItMeets: 0 };
    const takenThoughItFails: unknown[] = [];
    for (let number = 0; number < 3_000; number += 1) {
      const { body } = mutateBody(chance, [native]);
      const json = jsonOf(body);
      if (json === undefined) continue;
      const reading = readTelemetry(body);
      const isTaken = reading.ok && reading.batch.refused.length === 0;
      const meets = isValid(json);
      if (isTaken && !meets) takenThoughItFails.push(isValid.errors);
      if (isTaken) seen.taken += 1;
      else seen.refused += 1;
      // Times in an odd order, ids twice, calendars, addresses: no schema can say all of it.
      if (!isTaken && meets) seen.refusedThoughItMeets += 1;
    }
    expect(takenThoughItFails).toEqual([]);
    expect(seen.taken).toBeGreaterThan(200);
    expect(seen.refused).toBeGreaterThan(500);
    expect(seen.refusedThoughItMeets).toBeLessThan(seen.refused / 3);
  });
});

/** With whole numbers of any length, as the endpoint reads it; undefined: none. */
function jsonOf(body: Uint8Array): unknown {
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
