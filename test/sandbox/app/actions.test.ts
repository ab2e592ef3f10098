import { askApp } from '../../../sandbox/ask-app';
import type { ActionOutcome } from '../../../sandbox/forge/actions/action-types';
import { recordAiOutcomeInputSchema, type Rate } from '../../../src/contract';
import { ok } from '../../../src/domain/app-error';
import { RATE_CATALOGUE } from '../../../src/domain/kpi/catalogue';
import { OPEN_POLICY } from '../../../src/domain/escalation/policy';
import { epochMs } from '../../../src/domain/time';
import type { DeskRoles } from '../../../src/ports/desk-access';
import { recordAiOutcome } from '../../../src/usecases/record-ai-outcome';
import {
  AGENT,
  anAppWorld,
  BOT,
  CUSTOMER,
  HOUR,
  installed,
  MINUTE,
  openTicket,
  OTHER_AGENT,
  OUTSIDER,
  PROJECT_ADMIN,
  RULE,
  SITE_ADMIN,
  tagOf,
  type AppWorld,
} from '../../support/app-world';
import { statementsOfLastCall } from '../../support/last-call';
import { changeDesk, storeOf, ticketIdOf } from '../../support/stored';
import {
  aTelemetryDesk,
  DESK,
  DESK_START,
  openIssue,
  whatIsStored,
} from '../../support/telemetry-desk';
import { ticketIdAt } from '../../support/ticket-id';

const EVERYONE = [CUSTOMER, AGENT, OTHER_AGENT, PROJECT_ADMIN, SITE_ADMIN, OUTSIDER, RULE] as const;
const NO_TICKET = {
  status: 'refused',
  errors: [
    'ticket: there is no such ticket on a service desk, or you may not record outcomes on it',
  ],
};
const NO_DESK = {
  status: 'refused',
  errors: ['project: there is no such service desk, or you may not browse it'],
};

/** The gap is a difference: its bounds say nothing. */
const toldRate = (name: string, rate: Rate | null) => {
  if (rate === null) return null;
  const { value, numerator, denominator: n, low, high } = rate;
  return { value, numerator, n, ...(name === 'containmentGap' ? NO_BOUNDS : { low, high }) };
};
const NO_BOUNDS = { low: null, high: null };

describe('an action of the app', () => {
  let world: AppWorld;
  beforeAll(async () => {
    world = await installed(await anAppWorld());
    await changeDesk(world, 'IT', (desk) => ({
      ...desk,
      escalation: {
        version: 1,
        since: epochMs(world.clock.now()),
        policy: {
          ...OPEN_POLICY,
          fallback: {
            ...OPEN_POLICY.fallback,
            confidenceThreshold: 0.7,
            allowedTools: ['kb.search', 'reset-password'],
          },
        },
      },
    }));
  });
  afterAll(() => world.live.stop());

  const known = async (project = 'IT'): Promise<string> => {
    const key = openTicket(world, project);
    await world.live.jumpMs(MINUTE);
    return key;
  };
  const act = (
    actionKey: string,
    inputs: Readonly<Record<string, unknown>>,
    accountId: string,
  ): Promise<ActionOutcome> =>
    world.host.invokeAction({ actionKey, from: 'automation', inputs, accountId });
  const record = (inputs: Readonly<Record<string, unknown>>, accountId: string = AGENT) =>
    act('record-ai-outcome', inputs, accountId);
  const kpis = (inputs: Readonly<Record<string, unknown>>, accountId: string = AGENT) =>
    act('get-desk-kpis', inputs, accountId);
  const valueOf = (outcome: ActionOutcome): Readonly<Record<string, unknown>> => {
    if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.value as Readonly<Record<string, unknown>>;
  };
  const runsOf = async (ticket: string) => {
    const [stored] = await storeOf(world).readTickets([ticketIdOf(world, ticket)]);
    return (stored?.events ?? []).filter(({ event }) => event.kind === 'agent-run');
  };

  describe('that records an outcome', () => {
    it('is for agents and administrators of the project', async () => {
      const ticket = await known();
      const done: string[] = [];
      for (const accountId of EVERYONE) {
        const outcome = await record({ ticket, result: 'unresolved' }, accountId);
        if (outcome.status === 'done') done.push(accountId);
        else expect(outcome).toEqual(NO_TICKET);
      }
      expect(done).toEqual([AGENT, PROJECT_ADMIN, SITE_ADMIN, RULE]);
      expect(await record({ ticket: 'IT-9999', result: 'unresolved' })).toEqual(NO_TICKET);
    });

    it('makes a run of its agent, which the ticket and its tag tell', async () => {
      const ticket = await known();
      const inputs = {
        ticket,
        result: 'Resolved',
        confidence: '0.9',
        tried: 'kb.search, reset-password',
        verifiedActions: '1',
      };
      expect(valueOf(await record(inputs))).toEqual({
        message: 'Recorded for Atlas. The policy lets the agent go on.',
        decision: 'proceed',
        reason: null,
        runId: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
      });
      await world.live.jumpMs(MINUTE);
      expect(tagOf(world, ticket)).toMatchObject({ agent: 'Atlas', confidence: 0.9 });
      expect(await runsOf(ticket)).toHaveLength(1);
      expect(world.complaints).toEqual([]);
    });

    it.each([
      ['a low confidence', { confidence: '0.4' }, 'low-confidence'],
      ['none', {}, 'no-confidence'],
      ['a tool that is not allowed', { confidence: '0.9', tried: 'rm' }, 'tool-not-allowed'],
      ['an agent that gave up', { result: 'escalated' }, 'agent-escalated'],
    ])('answers with the decision of the policy: %s', async (_what, inputs, reason) => {
      const ticket = await known();
      const value = valueOf(await record({ ticket, result: 'resolved', ...inputs }));
      expect(value).toMatchObject({
        message: `Recorded for Atlas. The policy hands the ticket to people (${reason}).`,
        decision: 'hand-off',
        reason,
      });
      await world.live.jumpMs(2 * MINUTE);
      const { comments } = world.site.reading.readIssue(ticket, null)?.issue ?? { comments: [] };
      expect(comments).toHaveLength(1);
    });

    it('answers without a decision where no policy is in force', async () => {
      const ticket = await known('HR');
      const value = valueOf(await record({ ticket, result: 'unresolved' }, OTHER_AGENT));
      expect(value).toMatchObject({
        message: 'Recorded for Atlas. No policy decides about it.',
        decision: null,
        reason: null,
      });
    });

    it('is one attempt however often a rule runs again, however much later', async () => {
      const ticket = await known();
      const inputs = { ticket, result: 'unresolved', confidence: '0.8', tried: 'kb.search' };
      const first = valueOf(await record(inputs));
      await world.live.jumpMs(HOUR);
      const before = await runsOf(ticket);
      const [again, together] = await Promise.all([record(inputs), record(inputs)]);
      expect([valueOf(again), valueOf(together)]).toEqual([first, first]);
      await world.live.jumpMs(MINUTE);
      expect(before).toHaveLength(1);
      expect(await runsOf(ticket)).toEqual(before);
    });

    it('is another attempt in another episode, with other figures, or by another name of it', async () => {
      const ticket = await known();
      const inputs = { ticket, result: 'unresolved', confidence: '0.8' };
      const ids = new Set<unknown>();
      const add = async (over: Readonly<Record<string, unknown>> = {}) =>
        ids.add(valueOf(await record({ ...inputs, ...over }))['runId']);
      await add();
      await add({ confidence: '0.81' });
      await add({ attempt: '2' });
      expect(ids.size).toBe(3);
      // The same name is the same attempt, told better.
      await world.live.jumpMs(MINUTE);
      await add({ attempt: '2', confidence: '0.95' });
      expect(ids.size).toBe(3);
      await world.live.jumpMs(MINUTE);
      expect(await runsOf(ticket)).toHaveLength(3);
      expect(tagOf(world, ticket)).toMatchObject({ confidence: 0.95 });

      world.site.transition({ by: AGENT, issue: ticket, to: 'Resolved' });
      await world.live.jumpMs(MINUTE);
      world.site.transition({ by: CUSTOMER, issue: ticket, to: 'Waiting for support' });
      await world.live.jumpMs(MINUTE);
      await add();
      expect(ids.size).toBe(4);
    });

    it('is told of a ticket that the app has not heard of yet, and joins it then', async () => {
      const ticket = openTicket(world);
      const inputs = { ticket, result: 'unresolved', confidence: '0.8' };
      expect(valueOf(await record(inputs))).toMatchObject({ decision: null });
      await world.live.jumpMs(MINUTE);
      expect(await runsOf(ticket)).toHaveLength(1);
    });

    it.each([
      ['result', { result: 'fixed' }, 'one of resolved, escalated, unresolved'],
      ['result', { result: ' ' }, 'one of resolved, escalated, unresolved'],
      ['ticket', { ticket: 'IT 1' }, 'an issue id or key'],
      ['confidence', { confidence: '83 %' }, 'a number from 0 to 1, such as 0.83'],
      ['confidence', { confidence: '1.01' }, 'a number from 0 to 1, such as 0.83'],
      ['verifiedActions', { verifiedActions: '-1' }, 'a whole number from 0 to 10000'],
      ['agent', { agent: 'Nobody' }, 'no AI agent of this name or account is registered'],
      [
        'attempt',
        { attempt: 'the second one' },
        'a short name or number of the attempt, without spaces, at most 64 characters',
      ],
      [
        'tried',
        { tried: 'kb.search, I told Jane to reset it' },
        'names of tools such as reset-password, kb.search, separated by commas: letters, digits and _ . : / - only, at most 64 characters each and 20 of them. Texts are not taken',
      ],
    ])('says what is wrong with its %s, and records nothing', async (field, over, remedy) => {
      const ticket = await known();
      const outcome = await record({ ticket, result: 'resolved', ...over });
      expect(outcome).toEqual({ status: 'refused', errors: [`${field}: ${remedy}`] });
      expect(await runsOf(ticket)).toEqual([]);
    });

    it('names every field at fault', async () => {
      const outcome = await record({ ticket: 'IT-1', result: 'no', confidence: '2' });
      expect(outcome).toEqual({
        status: 'refused',
        errors: [
          'result: one of resolved, escalated, unresolved',
          'confidence: a number from 0 to 1, such as 0.83',
        ],
      });
    });

    it('costs nine statements, and eight when it is told again', async () => {
      const inputs = { ticket: await known(), result: 'unresolved', confidence: '0.8' };
      await record(inputs);
      expect(statementsOfLastCall(world)).toBe(9);
      await world.live.jumpMs(MINUTE);
      await record(inputs);
      expect(statementsOfLastCall(world)).toBe(8);
    });
  });

  describe('that reads KPIs', () => {
    it('is for those who may browse the desk', async () => {
      const done: string[] = [];
      for (const accountId of EVERYONE) {
        const outcome = await kpis({ project: 'IT' }, accountId);
        if (outcome.status === 'done') done.push(accountId);
        else expect(outcome).toEqual(NO_DESK);
      }
      expect(done).toEqual([AGENT, PROJECT_ADMIN, SITE_ADMIN, RULE]);
      expect(await kpis({ project: 'GONE' })).toEqual(NO_DESK);
    });

    it.each([
      ['days', { project: 'IT', days: 31 }, 'one of 1, 7, 30, 90'],
      ['project', { project: 'I T' }, 'a project key or id of letters, digits, - and _'],
    ])('says what is wrong with its %s', async (field, inputs, remedy) => {
      expect(await kpis(inputs)).toEqual({ status: 'refused', errors: [`${field}: ${remedy}`] });
    });

    it('tells the figures of the queue page, each with its number and interval, and in words', async () => {
      // Without a window to wait for, what is decided is mature.
      await changeDesk(world, 'IT', (desk) => ({
        ...desk,
        definition: { ...desk.definition, windowHours: 1 },
      }));
      for (let i = 0; i < 3; i += 1) {
        const ticket = await known();
        world.site.transition({
          by: i === 0 ? AGENT : BOT,
          issue: ticket,
          to: 'Resolved',
        });
      }
      await world.live.jumpMs(3 * HOUR);
      const card = await askApp(
        world.host,
        'readDeskScorecard',
        { project: 'IT', periodDays: 30 },
        AGENT,
      );
      const value = valueOf(await kpis({ project: 'IT' }));
      expect(statementsOfLastCall(world)).toBe(2);
      const { rates } = card.score;
      expect(rates.coverage?.denominator).toBeGreaterThanOrEqual(3);
      expect(JSON.parse(value['figures'] as string)).toEqual({
        project: 'IT',
        days: 30,
        fromDay: card.period.fromDay,
        toDay: card.period.toDay,
        computedAt: card.computedAt,
        isComplete: true,
        rates: Object.fromEntries(
          (Object.entries(rates) as [string, Rate | null][]).map(([name, rate]) => [
            name,
            toldRate(name, rate),
          ]),
        ),
        hoursToResolve: {
          mean: (card.score.timeToResolveMs.episode?.mean ?? NaN) / HOUR,
          n: card.score.timeToResolveMs.episode?.n,
          low: (card.timeIntervalsMs.episode?.lowMs ?? NaN) / HOUR,
          high: (card.timeIntervalsMs.episode?.highMs ?? NaN) / HOUR,
        },
      });
      expect(value).toMatchObject({
        coverage: rates.coverage?.value,
        reversal: rates.reversal?.value ?? null,
        meanHoursToResolve: (card.score.timeToResolveMs.episode?.mean ?? NaN) / HOUR,
      });
      const words = (value['message'] as string).split('\n');
      expect(words[0]).toMatch(/^Desk IT, 30 days up to 2026-\S+; rates are of mature episodes\.$/);
      expect(words.slice(1, -1).map((line) => line.split(': ')[0])).toEqual(
        Object.values(RATE_CATALOGUE).map(({ title }) => title),
      );
      expect(words[1]).toMatch(
        /^Coverage: \d+\.\d % \(\d+ of \d+, 95 % interval \d+\.\d % to \d+\.\d %\)$/,
      );
    });

    it('says "no data" of a period without any, never zero', async () => {
      const value = valueOf(await kpis({ project: 'HR', days: 1 }, OTHER_AGENT));
      expect(value).toMatchObject({ coverage: null, meanHoursToResolve: null });
      expect(JSON.parse(value['figures'] as string)).toMatchObject({
        rates: { coverage: null },
        hoursToResolve: null,
      });
      expect(value['message']).toContain('Coverage: no data');
    });
  });

  it('asks for an agent by name when there are several', async () => {
    const entry = { kind: 'ai-agent' as const, vendor: null };
    await askApp(
      world.host,
      'saveActors',
      {
        actors: [
          { ...entry, accountId: BOT, name: 'Atlas' },
          { ...entry, accountId: RULE, name: 'Echo' },
        ],
      },
      SITE_ADMIN,
    );
    const inputs = { ticket: await known(), result: 'unresolved' };
    expect(await record(inputs)).toEqual({
      status: 'refused',
      errors: ['agent: several AI agents are registered; say which one, by name or account'],
    });
    for (const agent of ['echo', RULE]) {
      const value = valueOf(await record({ ...inputs, agent }));
      expect(value['message']).toContain('Recorded for Echo.');
    }
  });
});

it('records nothing for people who may see the ticket and are neither agents nor administrators', async () => {
  const desk = await aTelemetryDesk();
  try {
    const issue = openIssue(desk);
    await desk.hear();
    const ticketId = ticketIdAt(desk.site, issue);
    const input = recordAiOutcomeInputSchema.parse({ ticket: issue, result: 'resolved' });
    // The simulated site shows tickets to nobody else, so the answer of a real one stands in for it.
    const as = (roles: DeskRoles) => ({
      ...desk.deps,
      access: {
        ...desk.deps.access,
        readTicketRoles: () =>
          Promise.resolve(
            ok({
              ticket: {
                desk: { deskId: DESK, key: 'IT' },
                ticketId,
                openedAt: epochMs(DESK_START),
              },
              roles,
            }),
          ),
      },
    });
    const nobody = { isAgent: false, isProjectAdministrator: false };
    expect(await recordAiOutcome(as(nobody), input)).toEqual({
      ok: false,
      error: { kind: 'not-found-or-not-permitted' },
    });
    expect((await whatIsStored(desk)).spans).toEqual([]);
    expect(await recordAiOutcome(as({ ...nobody, isAgent: true }), input)).toMatchObject({
      ok: true,
    });
    expect((await whatIsStored(desk)).spans).toHaveLength(1);
  } finally {
    await desk.close();
  }
});
