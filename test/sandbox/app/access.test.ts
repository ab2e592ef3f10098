import { AppRefusal, askApp } from '../../../sandbox/ask-app';
import type { ResolverContract } from '../../../src/contract';
import { DEFAULT_DEFINITION } from '../../../src/domain/outcome/definition';
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

const definition = {
  ...DEFAULT_DEFINITION,
  excludedResolutions: [],
  excludedRequestTypes: [],
};

describe('who may ask the app for what', () => {
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
  const NO = 'not-found-or-not-permitted';

  it.each([
    [AGENT, 'ok'],
    [PROJECT_ADMIN, 'ok'],
    [SITE_ADMIN, 'ok'],
    [OTHER_AGENT, NO],
    [OUTSIDER, NO],
    [CUSTOMER, NO],
  ])('%s reading the IT desk: %s', async (accountId, answer) => {
    expect(await ask('readDeskScorecard', { project: 'IT', periodDays: 30 }, accountId)).toBe(
      answer,
    );
    expect(await ask('readScoreReport', { project: 'IT' }, accountId)).toBe(answer);
    expect(await ask('readTicketVerdict', { issue }, accountId)).toBe(answer);
    const desks = await askApp(world.host, 'listDesks', {}, accountId);
    expect(desks.some(({ projectKey }) => projectKey === 'IT')).toBe(answer === 'ok');
  });

  it('answers "absent" and "not yours" alike, to the letter', async () => {
    const refusals = [];
    for (const project of ['IT', 'NOWHERE']) {
      const payload = { project, periodDays: 30 } as const;
      refusals.push(
        await askApp(world.host, 'readDeskScorecard', payload, OTHER_AGENT).catch(String),
      );
    }
    expect(refusals[0]).toBe(refusals[1]);
  });

  it.each([
    [AGENT, NO],
    [PROJECT_ADMIN, 'ok'],
    [SITE_ADMIN, 'ok'],
    [OTHER_AGENT, NO],
    [CUSTOMER, NO],
  ])('%s changing how the IT desk is measured: %s', async (accountId, answer) => {
    const settings = { definition, timeZone: 'UTC', calendar: null, pausedStatuses: null };
    const desk = { project: 'IT' };
    const draft = { ...desk, settings, periodDays: 30 } as const;
    expect(await ask('readDeskSettings', desk, accountId)).toBe(answer);
    expect(await ask('startPreview', draft, accountId)).toBe(answer);
    const preview = { ...desk, previewId: '00000000-0000-4000-8000-000000000000' };
    expect(await ask('readPreview', preview, accountId)).toBe(answer);
    const held = await askApp(world.host, 'readDeskSettings', desk, PROJECT_ADMIN);
    const publication = {
      ...desk,
      settings: { ...settings, timeZone: accountId === SITE_ADMIN ? 'Asia/Tokyo' : 'Asia/Seoul' },
      reason: '',
      basedOnVersion: held.version,
      restoredFrom: null,
    };
    expect(await ask('publishSettings', publication, accountId)).toBe(answer);
    expect(await ask('saveOverridePolicy', { ...desk, policy: 'agents' }, accountId)).toBe(answer);
    const after = await askApp(world.host, 'readDeskSettings', desk, PROJECT_ADMIN);
    expect(after.version).toBe(held.version + Number(answer === 'ok'));
    expect(after.overridePolicy === 'agents').toBe(held.version + Number(answer === 'ok') > 1);
  });

  it.each([
    [AGENT, NO],
    [PROJECT_ADMIN, NO],
    [SITE_ADMIN, 'ok'],
    [CUSTOMER, NO],
  ])('%s changing the registry: %s', async (accountId, answer) => {
    const actors = [{ accountId: BOT, kind: 'ai-agent', name: 'Atlas', vendor: null }] as const;
    expect(await ask('saveActors', { actors: [...actors] }, accountId)).toBe(answer);
  });

  it('refuses what does not fit, and names the field', async () => {
    const payload = { project: 'IT; DROP TABLE', periodDays: 30 } as const;
    await expect(askApp(world.host, 'readDeskScorecard', payload, AGENT)).rejects.toThrow(
      'project: a project key or id of letters, digits, - and _',
    );
    const extra = { project: 'IT', periodDays: 31 } as unknown as {
      project: string;
      periodDays: 30;
    };
    await expect(askApp(world.host, 'readDeskScorecard', extra, AGENT)).rejects.toThrow(
      'periodDays',
    );
  });
});
