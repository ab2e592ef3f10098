import { randomUUID } from 'node:crypto';

import { askApp } from '../../../sandbox/ask-app';
import type { ResolverContract } from '../../../src/contract';
import { DEFAULT_DEFINITION } from '../../../src/domain/outcome/definition';
import {
  AGENT,
  anAppWorld,
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
import { publish, settingsOfDesk } from '../../support/desk-settings';
import { refusalOf } from '../../support/refusal';
import { changeDesk } from '../../support/stored';

const NO = { kind: 'not-found-or-not-permitted' };
const EVERYONE = [CUSTOMER, AGENT, OTHER_AGENT, PROJECT_ADMIN, SITE_ADMIN, OUTSIDER] as const;
const WEEK = { fromDay: '2026-03-01', toDay: '2026-03-08' };
const ticketsOf = (project: string) =>
  ({
    project,
    cohort: 'all',
    period: WEEK,
    segment: null,
    sort: 'openedAt',
    order: 'ascending',
    offset: 0,
    limit: 10,
  }) as const;

describe('what the app tells and lets each person do', () => {
  let world: AppWorld;
  let issue: string;
  beforeAll(async () => {
    world = await installed(await anAppWorld());
    issue = openTicket(world);
    await world.live.jumpMs(10 * MINUTE);
  });
  afterAll(() => world.live.stop());

  it('lists a desk to those who may browse it, and to them alone', async () => {
    const lists = new Map<string, boolean>();
    for (const accountId of EVERYONE) {
      const desks = await askApp(world.host, 'listDesks', {}, accountId);
      lists.set(
        accountId,
        desks.some(({ projectKey }) => projectKey === 'IT'),
      );
    }
    expect(EVERYONE.filter((each) => lists.get(each))).toEqual([AGENT, PROJECT_ADMIN, SITE_ADMIN]);
  });

  it.each([AGENT, PROJECT_ADMIN, SITE_ADMIN])('tells %s of the desk asked for', async (by) => {
    const { host, live } = world;
    const [project, earlier] = ['IT', { fromDay: '2026-02-01', toDay: '2026-03-01' }];
    const reads = [
      () => askApp(host, 'readDeskScorecard', { project, periodDays: 7, withAttention: true }, by),
      () => askApp(host, 'readDeskTrend', { project, periodDays: 90, by: 'week' }, by),
      () =>
        askApp(host, 'readBreakdown', { project, periodDays: 30, dimension: 'request-type' }, by),
      () => askApp(host, 'comparePeriods', { project, periods: { earlier, later: WEEK } }, by),
      () => askApp(host, 'listTickets', ticketsOf(project), by),
    ];
    for (const read of reads) {
      await live.jumpMs(1_000);
      expect(await read()).toMatchObject({ desk: { key: 'IT' } });
    }
  });

  it('lists the tickets of a desk, and of no other', async () => {
    const totalFor = async (project: string, accountId: string) =>
      (await askApp(world.host, 'listTickets', ticketsOf(project), accountId)).total;
    expect(await totalFor('IT', AGENT)).toBe(1);
    expect(await totalFor('HR', OTHER_AGENT)).toBe(0);
  });

  it.each(EVERYONE)('changes how a desk is measured if %s may, and not a bit else', async (by) => {
    const isAllowed = by === PROJECT_ADMIN || by === SITE_ADMIN;
    const answer = isAllowed ? null : NO;
    const held = await settingsOfDesk(world);
    // Of both another one than what holds.
    const timeZone = held.settings.timeZone === 'Asia/Tokyo' ? 'Asia/Seoul' : 'Asia/Tokyo';
    const policy = held.overridePolicy === 'agents' ? 'project-administrators' : 'agents';
    const definition = {
      ...DEFAULT_DEFINITION,
      excludedResolutions: [],
      excludedRequestTypes: [],
    };
    const publishing = publish(world, { definition, timeZone }, { accountId: by });
    if (isAllowed) expect(await publishing).toBe(held.version + 1);
    else await expect(publishing).rejects.toMatchObject({ error: NO });
    const change = { project: 'IT', policy } as const;
    expect(await refusalOf(world, 'saveOverridePolicy', change, by)).toEqual(answer);
    const after = await settingsOfDesk(world);
    expect(after.version).toBe(held.version + Number(isAllowed));
    expect(after.settings.timeZone).toBe(isAllowed ? timeZone : held.settings.timeZone);
    expect(after.overridePolicy).toBe(isAllowed ? policy : held.overridePolicy);
  });

  it('lets administrators of the project override, unless the desk lets its agents', async () => {
    const whoMay = async <K extends keyof ResolverContract>(
      key: K,
      payload: () => Parameters<ResolverContract[K]>[0],
    ): Promise<readonly string[]> => {
      const allowed: string[] = [];
      for (const accountId of EVERYONE) {
        const refusal = await refusalOf(world, key, payload(), accountId);
        if (refusal === null) allowed.push(accountId);
        else expect(refusal).toEqual(NO);
      }
      return allowed;
    };
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
      expect(await whoMay('overrideOutcome', override)).toEqual(people);
      expect(await whoMay('undoOverride', undo)).toEqual(people);
      const seers = [AGENT, PROJECT_ADMIN, SITE_ADMIN];
      expect(await whoMay('readOverrideOptions', undo)).toEqual(seers);
      for (const accountId of seers) {
        const options = await askApp(world.host, 'readOverrideOptions', { issue }, accountId);
        expect(options).toEqual({ mayOverride: people.some((each) => each === accountId), policy });
      }
    }
  });

  it('tells administrators of Jira too of no desk that is not there', async () => {
    const absent = { project: 'NOWHERE', action: 'pause' } as const;
    expect(await refusalOf(world, 'controlBackfill', absent, SITE_ADMIN)).toEqual(NO);
  });
});
