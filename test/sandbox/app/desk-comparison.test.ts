import { randomUUID } from 'node:crypto';

import { askApp } from '../../../sandbox/ask-app';
import {
  AGENT,
  anAppWorld,
  CUSTOMER,
  installed,
  MINUTE,
  OTHER_AGENT,
  OUTSIDER,
  PROJECT_ADMIN,
  SITE_ADMIN,
  type AppWorld,
} from '../../support/app-world';
import { aHandOff } from '../../support/a-hand-off';
import { statementsOfLastCall } from '../../support/last-call';
import { importPast } from '../../support/lively-desk';
import { refusalOf } from '../../support/refusal';
import {
  ACME,
  addServiceNowDesk,
  connectAcme,
  disconnectAcme,
  sysIdOf,
} from '../../support/service-now-desk';
import { changeDesk, storeOf } from '../../support/stored';

const NO = { kind: 'not-found-or-not-permitted' };
const EVERYONE = [CUSTOMER, AGENT, OTHER_AGENT, OUTSIDER, PROJECT_ADMIN, SITE_ADMIN];
const NETWORK = { key: 'sn-acme-aaaaaaaaaaaa', name: 'acme: Network', days: 9, windowHours: 72 };
const NO_LIMITS = {
  pointsPerHour: Number.POSITIVE_INFINITY,
  burstPerSecond: {},
  burstOverrides: {},
};
const ticketsOf = (project: string) =>
  ({
    project,
    cohort: 'all',
    period: { fromDay: '2020-01-01', toDay: '2030-01-01' },
    segment: null,
    sort: 'openedAt',
    order: 'ascending',
    offset: 0,
    limit: 10,
  }) as const;

describe('desks of Jira and of ServiceNow beside each other', () => {
  let world: AppWorld;
  let groupId: string;
  beforeAll(async () => {
    world = await anAppWorld({ limits: NO_LIMITS });
    importPast(world, { project: 'IT', agent: AGENT, days: 60 });
    await installed(world);
    // What the first hour is owed is done by then.
    await world.live.jumpMs(10 * MINUTE);
    await addServiceNowDesk(world);
    await addServiceNowDesk(world, NETWORK);
    // Left by an instance that was disconnected before this one; its name begins alike.
    await addServiceNowDesk(world, { key: 'sn-acme-eu', name: 'acme-eu', days: 2 });
    ({ id: groupId } = world.site.addGroup({ name: 'network-leads', members: [OUTSIDER] }));
    world.site.addGroup({ name: 'others', members: [AGENT] });
  });
  beforeEach(() => {
    connectAcme(world, [{ groupId, name: 'network-leads' }]);
  });
  afterAll(() => world.live.stop());

  const compare = (accountId: string, periodDays: 7 | 30 | 90 = 30) =>
    askApp(world.host, 'readDeskComparison', { periodDays }, accountId);
  const keysFor = async (accountId: string): Promise<readonly string[]> => {
    const { desks } = await compare(accountId);
    const listed = await askApp(world.host, 'listDesks', {}, accountId);
    expect(listed.map(({ projectKey }) => projectKey)).toEqual(desks.map(({ desk }) => desk.key));
    return listed.map(({ projectKey }) => projectKey);
  };

  it.each([7, 30, 90] as const)(
    "tells of %i days what each desk's own page tells, in two statements",
    async (periodDays) => {
      const { desks, total } = await compare(SITE_ADMIN, periodDays);
      expect(statementsOfLastCall(world)).toBe(2);
      expect(total).toBe(5);
      expect(desks.map(({ desk }) => desk.name)).toEqual([
        ...['HR', 'IT'],
        ...['acme', 'acme-eu', 'acme: Network'],
      ]);
      for (const { desk, period, score, open, definitionVersion, computedAt } of desks) {
        await world.live.jumpMs(1_000);
        const input = { project: desk.key, periodDays };
        const own = await askApp(world.host, 'readDeskScorecard', input, SITE_ADMIN);
        expect(own.desk).toEqual(desk);
        expect(own.period).toEqual({ days: periodDays, ...period });
        expect(own.computedAt).toBe(computedAt);
        expect(own.definitionVersion).toBe(definitionVersion);
        expect(own.open.tickets).toBe(open.tickets);
        expect(score?.rates).toEqual(own.score.rates);
        expect(score?.episodes).toBe(own.score.episodes);
        for (const name of ['episode', 'ai', 'human'] as const) {
          const [time, ownTime] = [score?.timeToResolve[name], own.score.timeToResolveMs[name]];
          expect(time?.meanMs).toBe(ownTime?.mean);
          expect(time?.medianMs).toBe(ownTime?.median);
          expect(time?.interval ?? null).toEqual(own.timeIntervalsMs[name]);
        }
      }
    },
  );

  it('has figures that are none, rather than zero, for a desk without tickets', async () => {
    const { desks } = await compare(OTHER_AGENT);
    expect(desks).toMatchObject([
      { desk: { key: 'HR' }, score: { episodes: 0, rates: { coverage: null, reversal: null } } },
    ]);
  });

  it('shows desks of ServiceNow to administrators of Jira and to the groups chosen', async () => {
    const seen = new Map<string, readonly string[]>();
    for (const accountId of EVERYONE) seen.set(accountId, await keysFor(accountId));
    expect(Object.fromEntries(seen)).toEqual({
      [CUSTOMER]: [],
      [AGENT]: ['IT'],
      [OTHER_AGENT]: ['HR'],
      // What another instance left is not theirs.
      [OUTSIDER]: [ACME.key, NETWORK.key],
      [PROJECT_ADMIN]: ['HR', 'IT'],
      [SITE_ADMIN]: ['HR', 'IT', ACME.key, 'sn-acme-eu', NETWORK.key],
    });
  });

  it('refuses a desk alike whether it is absent or not theirs', async () => {
    const ask = (project: string, accountId: string) =>
      refusalOf(world, 'readDeskScorecard', { project, periodDays: 30 }, accountId);
    for (const accountId of [CUSTOMER, AGENT, OTHER_AGENT, PROJECT_ADMIN]) {
      for (const project of [ACME.key, 'sn-nowhere']) {
        expect([accountId, await ask(project, accountId)]).toEqual([accountId, NO]);
      }
    }
    expect(await ask(ACME.key, OUTSIDER)).toBeNull();
    expect(await ask('sn-acme-eu', OUTSIDER)).toEqual(NO);
    expect(await ask('sn-nowhere', SITE_ADMIN)).toEqual(NO);
  });

  it('keeps desks of a disconnected instance for administrators of Jira', async () => {
    disconnectAcme(world);
    expect(await keysFor(OUTSIDER)).toEqual([]);
    expect(await keysFor(SITE_ADMIN)).toContain(ACME.key);
    const { rows } = await askApp(world.host, 'listTickets', ticketsOf(ACME.key), SITE_ADMIN);
    expect(rows[0]?.record).toEqual({ number: 'INC0010001', url: null });
  });

  it('lists tickets by their number, with where ServiceNow shows them', async () => {
    const { rows, total } = await askApp(world.host, 'listTickets', ticketsOf(ACME.key), OUTSIDER);
    expect(statementsOfLastCall(world)).toBe(2);
    expect(total).toBe(120);
    const sysId = sysIdOf(ACME.key, 0);
    expect(rows[0]).toMatchObject({
      issueId: `sn-${sysId}`,
      record: {
        number: 'INC0010001',
        url: `https://acme.service-now.com/nav_to.do?uri=incident.do%3Fsys_id%3D${sysId}`,
      },
    });
    const inJira = await askApp(world.host, 'listTickets', ticketsOf('IT'), AGENT);
    expect(inJira.rows[0]).toMatchObject({
      issueId: expect.stringMatching(/^\d+$/) as string,
      record: null,
    });
    const lists = await askApp(
      world.host,
      'readDeskScorecard',
      { project: ACME.key, periodDays: 30, withAttention: true },
      OUTSIDER,
    );
    const waiting = lists.attention?.find(({ kind }) => kind === 'ambiguous')?.tickets[0];
    expect(waiting?.record?.number).toMatch(/^INC\d{7}$/);
  });

  it('tells of a ticket in two statements, and lets administrators of Jira override', async () => {
    const issue = `sn-${sysIdOf(ACME.key, 0)}`;
    const told = await askApp(world.host, 'readTicketVerdict', { issue }, OUTSIDER);
    expect(statementsOfLastCall(world)).toBe(2);
    expect(told).toMatchObject({
      issueKey: 'INC0010001',
      record: { number: 'INC0010001' },
      episodes: [{ outcome: 'ai-resolved', agent: 'now-assist' }],
    });
    for (const stranger of [AGENT, PROJECT_ADMIN]) {
      expect(await refusalOf(world, 'readTicketVerdict', { issue }, stranger)).toEqual(NO);
    }
    const absent = { issue: `sn-${'0'.repeat(32)}` };
    expect(await refusalOf(world, 'readTicketVerdict', absent, SITE_ADMIN)).toEqual(NO);

    // A desk that lets agents override has none here.
    await changeDesk(world, ACME.key, (desk) => ({ ...desk, overridePolicy: 'agents' }));
    const may = async (accountId: string) =>
      (await askApp(world.host, 'readOverrideOptions', { issue }, accountId)).mayOverride;
    expect([await may(OUTSIDER), await may(SITE_ADMIN)]).toEqual([false, true]);
    const override = { issue, requestId: randomUUID(), outcome: 'ambiguous', reason: 'Not so' };
    const payload = { ...override, outcome: 'ambiguous' as const };
    expect(await refusalOf(world, 'overrideOutcome', payload, OUTSIDER)).toEqual(NO);
    const after = await askApp(world.host, 'overrideOutcome', payload, SITE_ADMIN);
    expect(after.episodes).toMatchObject([{ outcome: 'ambiguous', rule: 'overridden' }]);
  });

  it('takes from a rule what an AI did on a ticket of ServiceNow', async () => {
    const issue = `sn-${sysIdOf(ACME.key, 3)}`;
    const record = (accountId: string) =>
      world.host.invokeAction({
        actionKey: 'record-ai-outcome',
        from: 'automation',
        inputs: { ticket: issue, result: 'escalated', confidence: '0.4' },
        accountId,
      });
    expect(await record(OUTSIDER)).toMatchObject({ status: 'refused' });
    expect(await record(SITE_ADMIN)).toMatchObject({ status: 'done' });
    const told = await askApp(world.host, 'readTicketVerdict', { issue }, SITE_ADMIN);
    expect(told.episodes).toMatchObject([{ outcome: 'escalated', confidence: 0.4 }]);
  });

  it('names a hand-off that waits on ServiceNow by its number, too', async () => {
    const ticketId = `servicenow:${sysIdOf(ACME.key, 1)}`;
    await storeOf(world).saveHandOff(
      aHandOff({ ticketId, deskId: `servicenow:${ACME.key}`, problem: 'source-unavailable' }),
    );
    const { handOffs } = await askApp(world.host, 'readTelemetryStatus', {}, SITE_ADMIN);
    expect(statementsOfLastCall(world)).toBe(2);
    expect(handOffs).toMatchObject([
      { issueId: `sn-${sysIdOf(ACME.key, 1)}`, record: { number: 'INC0010002' } },
    ]);
  });

  it('lets administrators of Jira set how a desk of ServiceNow is measured', async () => {
    const project = { project: NETWORK.key };
    expect(await refusalOf(world, 'readDeskSettings', project, OUTSIDER)).toEqual(NO);
    const settings = await askApp(world.host, 'readDeskSettings', project, SITE_ADMIN);
    expect(settings.desk).toEqual({
      key: NETWORK.key,
      name: NETWORK.name,
      source: 'servicenow',
    });
    expect(await askApp(world.host, 'readDeskChoices', project, SITE_ADMIN)).toEqual({
      states: ['New', 'On Hold', 'Resolved'],
      groups: ['Network'],
    });
  });
});
