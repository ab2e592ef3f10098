import { randomUUID } from 'node:crypto';

import { AppRefusal, askApp } from '../../../sandbox/ask-app';
import type { MeasurementSettings, ResolverContract } from '../../../src/contract';
import { DEFAULT_DEFINITION } from '../../../src/domain/outcome/definition';
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
  SITE_ADMIN,
  type AppWorld,
} from '../../support/app-world';

type Call = keyof ResolverContract;
type Payloads = { readonly [K in Call]: Parameters<ResolverContract[K]>[0] };

const NO = 'not-found-or-not-permitted';
const LATER = { fromDay: '2026-03-01', toDay: '2026-03-08' };
const EARLIER = { fromDay: '2026-02-01', toDay: '2026-03-01' };
const SETTINGS: MeasurementSettings = {
  definition: {
    ...DEFAULT_DEFINITION,
    windowHours: 72,
    excludedResolutions: [],
    excludedRequestTypes: [],
  },
  timeZone: 'UTC',
  calendar: null,
  pausedStatuses: null,
};

/** A fitting question for every call there is; the compiler asks for those that are new. */
const payloads = (project: string, issue: string): Payloads => ({
  readDeskScorecard: { project, periodDays: 30, withAttention: true },
  readDeskTrend: { project, periodDays: 365, by: 'day' },
  readBreakdown: { project, periodDays: 90, dimension: 'ai-agent' },
  comparePeriods: { project, periods: { earlier: EARLIER, later: LATER } },
  listTickets: {
    project,
    cohort: 'all',
    period: LATER,
    segment: null,
    sort: 'openedAt',
    order: 'ascending',
    offset: 0,
    limit: 10,
  },
  readScoreReport: { project },
  readTicketVerdict: { issue },
  readOverrideOptions: { issue },
  listDesks: {},
  overrideOutcome: {
    issue,
    requestId: randomUUID(),
    outcome: 'ambiguous',
    reason: 'The requester says otherwise',
  },
  undoOverride: { issue },
  readDeskSettings: { project },
  startPreview: { project, settings: SETTINGS, periodDays: 30 },
  readPreview: { project, previewId: randomUUID() },
  publishSettings: {
    project,
    settings: SETTINGS,
    reason: 'Shorter',
    basedOnVersion: 99,
    restoredFrom: null,
  },
  saveOverridePolicy: { project, policy: 'project-administrators' },
  readAdministration: {},
  saveActors: { actors: [{ accountId: BOT, kind: 'ai-agent', name: 'Atlas', vendor: null }] },
  registerActor: {
    accountId: BOT,
    actorId: null,
    kind: 'ai-agent',
    name: 'Atlas',
    vendor: null,
  },
  unregisterActor: { actorId: 'nobody' },
  controlBackfill: { project, action: 'resume' },
  exportSettings: {},
});

const BROWSES = [AGENT, PROJECT_ADMIN, SITE_ADMIN];
const ADMINISTERS_PROJECT = [PROJECT_ADMIN, SITE_ADMIN];
const ADMINISTERS_JIRA = [SITE_ADMIN];
const EVERYBODY = [AGENT, OTHER_AGENT, OUTSIDER, CUSTOMER, PROJECT_ADMIN, SITE_ADMIN];

const MAY: Readonly<Record<Call, readonly string[]>> = {
  readDeskScorecard: BROWSES,
  readDeskTrend: BROWSES,
  readBreakdown: BROWSES,
  comparePeriods: BROWSES,
  listTickets: BROWSES,
  readScoreReport: BROWSES,
  readTicketVerdict: BROWSES,
  readOverrideOptions: BROWSES,
  // Of what it lists, each desk is asked for by itself.
  listDesks: EVERYBODY,
  overrideOutcome: ADMINISTERS_PROJECT,
  undoOverride: ADMINISTERS_PROJECT,
  readDeskSettings: ADMINISTERS_PROJECT,
  startPreview: ADMINISTERS_PROJECT,
  readPreview: ADMINISTERS_PROJECT,
  publishSettings: ADMINISTERS_PROJECT,
  saveOverridePolicy: ADMINISTERS_PROJECT,
  readAdministration: ADMINISTERS_JIRA,
  saveActors: ADMINISTERS_JIRA,
  registerActor: ADMINISTERS_JIRA,
  unregisterActor: ADMINISTERS_JIRA,
  controlBackfill: ADMINISTERS_JIRA,
  exportSettings: ADMINISTERS_JIRA,
};
const CALLS = Object.keys(MAY) as Call[];

/** The calls with which a screen paints. */
const SCREENS: readonly Call[] = [
  'readDeskScorecard',
  'readDeskTrend',
  'readBreakdown',
  'comparePeriods',
  'listTickets',
  'readTicketVerdict',
  'readOverrideOptions',
  'listDesks',
  'readDeskSettings',
  'readPreview',
  'readAdministration',
];

describe('every call of the app', () => {
  let world: AppWorld;
  let issue: string;
  beforeAll(async () => {
    world = await installed(await anAppWorld());
    issue = openTicket(world);
    await world.live.jumpMs(30_000);
    world.site.addComment({ by: BOT, issue, body: 'Try again.', isPublic: true });
    world.site.transition({ by: BOT, issue, to: 'Resolved' });
    await world.live.jumpMs(2 * HOUR);
  });
  afterAll(() => world.live.stop());

  /** The kind of refusal, or that it was let in: what it then says is not asked here. */
  const ask = async (call: Call, accountId: string, project = 'IT', on = issue) => {
    await world.live.jumpMs(MINUTE);
    try {
      const payload: unknown = payloads(project, on)[call];
      await askApp(world.host, call, payload as never, accountId);
      return 'let in';
    } catch (error) {
      if (!(error instanceof AppRefusal)) throw error;
      return error.error.kind === NO ? JSON.stringify(error.error) : 'let in';
    }
  };

  it.each(CALLS)('%s lets in those who may, and nobody else', async (call) => {
    const answers = new Map<string, string>();
    for (const accountId of EVERYBODY) answers.set(accountId, await ask(call, accountId));
    const letIn = EVERYBODY.filter((accountId) => answers.get(accountId) === 'let in');
    expect(letIn.toSorted()).toEqual(MAY[call].toSorted());
  });

  it.each(CALLS.filter((call) => !MAY[call].includes(OTHER_AGENT)))(
    '%s answers what is absent and what is not theirs alike, to the letter',
    async (call) => {
      const notTheirs = await ask(call, OTHER_AGENT);
      const absent = await ask(call, OTHER_AGENT, 'NOWHERE', 'NOWHERE-1');
      expect(notTheirs).toBe(absent);
      expect(notTheirs).toContain(NO);
    },
  );

  it.each(SCREENS)('%s takes two SQL statements at most', async (call) => {
    const [accountId = SITE_ADMIN] = MAY[call].toReversed();
    await ask(call, accountId);
    const cost = world.host.meter.lastInvocation();
    expect((cost?.sqlSelects ?? 0) + (cost?.sqlWrites ?? 0)).toBeLessThanOrEqual(2);
    expect(cost?.sqlDdl ?? 0).toBe(0);
  });
});
