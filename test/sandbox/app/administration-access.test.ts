import { randomUUID } from 'node:crypto';

import { AppRefusal, askApp } from '../../../sandbox/ask-app';
import type { ResolverContract } from '../../../src/contract';
import {
  AGENT,
  anAppWorld,
  BOT,
  CUSTOMER,
  installed,
  MINUTE,
  openTicket,
  OTHER_AGENT,
  OUTSIDER,
  PROJECT_ADMIN,
  SITE_ADMIN,
  type AppWorld,
} from '../../support/app-world';
import { changeDesk } from '../../support/stored';

const NO = 'not-found-or-not-permitted';
const EVERYONE = [CUSTOMER, AGENT, OTHER_AGENT, PROJECT_ADMIN, SITE_ADMIN, OUTSIDER] as const;

describe('who may administer, and set outcomes by hand', () => {
  let world: AppWorld;
  let issue: string;
  beforeAll(async () => {
    world = await installed(await anAppWorld());
    issue = openTicket(world);
    await world.live.jumpMs(5 * MINUTE);
  });
  afterAll(() => world.live.stop());

  /** `ok`, or the kind of refusal. */
  const ask = async <K extends keyof ResolverContract>(
    key: K,
    payload: Parameters<ResolverContract[K]>[0],
    accountId: string,
  ): Promise<string> => {
    try {
      await askApp(world.host, key, payload, accountId);
      return 'ok';
    } catch (error) {
      if (error instanceof AppRefusal) return error.error.kind;
      throw error;
    }
  };
  const answers = async <K extends keyof ResolverContract>(
    key: K,
    payload: () => Parameters<ResolverContract[K]>[0],
  ): Promise<Readonly<Record<string, string>>> => {
    const told: Record<string, string> = {};
    for (const accountId of EVERYONE) told[accountId] = await ask(key, payload(), accountId);
    return told;
  };
  const only = (...allowed: readonly string[]): Readonly<Record<string, string>> =>
    Object.fromEntries(EVERYONE.map((each) => [each, allowed.includes(each) ? 'ok' : NO]));

  it('lets administrators of the project override, unless the desk lets its agents', async () => {
    const override = () => ({
      issue,
      requestId: randomUUID(),
      outcome: 'excluded' as const,
      reason: 'A test',
    });
    const undo = () => ({ issue });
    for (const [policy, people] of [
      ['project-administrators', [PROJECT_ADMIN, SITE_ADMIN]],
      ['agents', [AGENT, PROJECT_ADMIN, SITE_ADMIN]],
    ] as const) {
      await changeDesk(world, 'IT', (desk) => ({ ...desk, overridePolicy: policy }));
      expect(await answers('overrideOutcome', override)).toEqual(only(...people));
      expect(await answers('undoOverride', undo)).toEqual(only(...people));
      const seers = [AGENT, PROJECT_ADMIN, SITE_ADMIN];
      expect(await answers('readOverrideOptions', undo)).toEqual(only(...seers));
      for (const accountId of seers) {
        const options = await askApp(world.host, 'readOverrideOptions', { issue }, accountId);
        expect(options).toEqual({ mayOverride: people.some((each) => each === accountId), policy });
      }
    }
  });

  it('tells "absent" and "not yours" alike, to the letter', async () => {
    const refusals = [];
    for (const asked of [issue, 'IT-9999']) {
      const payload = {
        issue: asked,
        requestId: randomUUID(),
        outcome: 'excluded',
        reason: 'A test',
      } as const;
      refusals.push(
        await askApp(world.host, 'overrideOutcome', payload, OTHER_AGENT).catch(String),
      );
    }
    expect(refusals[0]).toBe(refusals[1]);
  });

  it('lets administrators of Jira administer, and nobody else', async () => {
    const nothing = () => ({});
    const bot = { kind: 'ai-agent' as const, name: 'Atlas', vendor: null };
    const allowed = only(SITE_ADMIN);
    expect(await answers('readAdministration', nothing)).toEqual(allowed);
    expect(await answers('exportSettings', nothing)).toEqual(allowed);
    expect(
      await answers('registerActor', () => ({ accountId: BOT, actorId: null, ...bot })),
    ).toEqual(allowed);
    expect(await answers('unregisterActor', () => ({ actorId: 'nobody' }))).toEqual(allowed);
    expect(await answers('saveActors', () => ({ actors: [{ accountId: BOT, ...bot }] }))).toEqual(
      allowed,
    );
    expect(
      await answers('controlBackfill', () => ({ project: 'IT', action: 'pause' as const })),
    ).toEqual(allowed);
    const absent = { project: 'NOWHERE', action: 'pause' } as const;
    expect(await ask('controlBackfill', absent, SITE_ADMIN)).toBe(NO);
  });

  it.each<readonly [string, keyof ResolverContract, unknown]>([
    ['issue', 'overrideOutcome', { issue: 'IT 1', outcome: 'excluded', reason: 'abc' }],
    ['requestId', 'overrideOutcome', { issue: 'IT-1', requestId: '7', outcome: 'excluded' }],
    ['outcome', 'overrideOutcome', { issue: 'IT-1', outcome: 'pending', reason: 'abc' }],
    ['reason', 'overrideOutcome', { issue: 'IT-1', outcome: 'excluded', reason: ' a ' }],
    ['issue', 'undoOverride', {}],
    ['issue', 'readOverrideOptions', { issue: '../1' }],
    ['kind', 'registerActor', { accountId: 'a', actorId: null, kind: 'robot', name: null }],
    [
      'name',
      'registerActor',
      { accountId: 'a', actorId: null, kind: 'ai-agent', name: null, vendor: null },
    ],
    [
      'give an accountId or an actorId',
      'registerActor',
      { accountId: 'a', actorId: 'b', kind: 'automation', name: null, vendor: null },
    ],
    ['actorId', 'unregisterActor', { actorId: '' }],
    ['action', 'controlBackfill', { project: 'IT', action: 'stop' }],
    ['project', 'controlBackfill', { project: 'I T', action: 'pause' }],
    ['surprise', 'readAdministration', { surprise: 1 }],
    ['surprise', 'exportSettings', { surprise: 1 }],
  ])('names the field %s when %s gets what does not fit', async (field, key, payload) => {
    const asked = askApp(world.host, key, payload as never, SITE_ADMIN);
    await expect(asked).rejects.toMatchObject({ error: { kind: 'invalid-input' } });
    await expect(asked).rejects.toThrow(field);
  });
});
