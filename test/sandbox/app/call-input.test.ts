import { askApp } from '../../../sandbox/ask-app';
import type { ResolverContract } from '../../../src/contract';
import { anAppWorld, installed, SITE_ADMIN, type AppWorld } from '../../support/app-world';

const PROJECT = 'project: a project key or id of letters, digits, - and _';

describe('a call with what does not fit', () => {
  let world: AppWorld;
  beforeAll(async () => {
    world = await installed(await anAppWorld());
  });
  afterAll(() => world.live.stop());

  it.each<readonly [string, keyof ResolverContract, unknown]>([
    [PROJECT, 'readDeskScorecard', { project: 'IT; DROP TABLE', periodDays: 30 }],
    ['periodDays', 'readDeskScorecard', { project: 'IT', periodDays: 31 }],
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
  ])('is told of the field %s by %s', async (field, key, payload) => {
    const asked = askApp(world.host, key, payload as never, SITE_ADMIN);
    await expect(asked).rejects.toMatchObject({ error: { kind: 'invalid-input' } });
    await expect(asked).rejects.toThrow(field);
  });
});
