import { randomUUID } from 'node:crypto';

import type {
  IncidentMapping,
  MeasurementSettings,
  ResolverContract,
  TestServiceNowInput,
} from '../../../src/contract';
import { OPEN_POLICY } from '../../../src/domain/escalation/policy';
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
import { statementsOfLastCall } from '../../support/last-call';
import { refusalOf } from '../../support/refusal';

type Call = keyof ResolverContract;
type Payloads = { readonly [K in Call]: Parameters<ResolverContract[K]>[0] };

const NO = { kind: 'not-found-or-not-permitted' };
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

const NO_INSTANCE: TestServiceNowInput = {
  address: 'http://acme.service-now.com',
  hasOwnDomain: false,
  userName: 'firstline',
  credentials: { kind: 'basic', password: 'secret' },
};
const NO_MAPPING: IncidentMapping = {
  states: [],
  pausingHoldReasons: [],
  groups: [],
  verdictField: null,
  writesWorkNotes: false,
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
  readDeskComparison: { periodDays: 30 },
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
  readDeskChoices: { project },
  readDeskSettings: { project },
  startPreview: { project, settings: SETTINGS, periodDays: 30 },
  readThresholdLab: {
    project,
    requestType: 'VPN',
    periodDays: 90,
    costs: { wrongResolution: 50, handOff: 10 },
    thresholds: [0.7],
  },
  readPreview: { project, previewId: randomUUID() },
  publishSettings: {
    project,
    settings: SETTINGS,
    reason: 'Shorter',
    // Never published: who may is told of a conflict.
    basedOnVersion: 99,
    restoredFrom: null,
  },
  saveOverridePolicy: { project, policy: 'project-administrators' },
  readEscalationPolicy: { project },
  publishEscalationPolicy: {
    project,
    policy: OPEN_POLICY,
    reason: 'To begin with',
    // Never published: who may is told of a conflict.
    basedOnVersion: 99,
    restoredFrom: null,
  },
  decidePolicyProposal: { project, proposalId: randomUUID(), decision: 'approve' },
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
  controlBackfill: { project, action: 'pause' },
  exportSettings: {},
  createCredential: { agentId: BOT, label: 'Atlas in production', traceUrlTemplate: null },
  // Not there: who may is told of a conflict.
  changeCredential: { credentialId: 'nothing', action: 'rotate' },
  readTelemetryStatus: {},
  startFeedbackExport: { sinceLast: true },
  readFeedbackExport: {},
  readFeedbackPart: { exportId: randomUUID(), part: 0 },
  readServiceNow: {},
  // No address of an instance: nothing is sent, and what is wrong is part of the answer.
  testServiceNow: NO_INSTANCE,
  connectServiceNow: NO_INSTANCE,
  // Nothing is connected: who may is told of a conflict.
  readServiceNowChoices: {},
  saveServiceNowMapping: { mapping: NO_MAPPING, viewerGroups: [], basedOnVersion: 1 },
  issueServiceNowPushSecret: {},
  disconnectServiceNow: { deletesData: true },
});

const BROWSES = [AGENT, PROJECT_ADMIN, SITE_ADMIN];
const ADMINISTERS_PROJECT = [PROJECT_ADMIN, SITE_ADMIN];
const ADMINISTERS_JIRA = [SITE_ADMIN];
const STRANGERS = [OTHER_AGENT, OUTSIDER, CUSTOMER];
const EVERYBODY = [...STRANGERS, ...BROWSES];

const MAY: Readonly<Record<Call, readonly string[]>> = {
  readDeskScorecard: BROWSES,
  readDeskTrend: BROWSES,
  readBreakdown: BROWSES,
  comparePeriods: BROWSES,
  listTickets: BROWSES,
  readScoreReport: BROWSES,
  readTicketVerdict: BROWSES,
  readOverrideOptions: BROWSES,
  // Of what they list, each desk is asked for by itself.
  listDesks: EVERYBODY,
  readDeskComparison: EVERYBODY,
  overrideOutcome: ADMINISTERS_PROJECT,
  undoOverride: ADMINISTERS_PROJECT,
  readDeskChoices: ADMINISTERS_PROJECT,
  readDeskSettings: ADMINISTERS_PROJECT,
  startPreview: ADMINISTERS_PROJECT,
  readThresholdLab: ADMINISTERS_PROJECT,
  readPreview: ADMINISTERS_PROJECT,
  publishSettings: ADMINISTERS_PROJECT,
  saveOverridePolicy: ADMINISTERS_PROJECT,
  readEscalationPolicy: ADMINISTERS_PROJECT,
  publishEscalationPolicy: ADMINISTERS_PROJECT,
  decidePolicyProposal: ADMINISTERS_PROJECT,
  readAdministration: ADMINISTERS_JIRA,
  saveActors: ADMINISTERS_JIRA,
  registerActor: ADMINISTERS_JIRA,
  unregisterActor: ADMINISTERS_JIRA,
  controlBackfill: ADMINISTERS_JIRA,
  exportSettings: ADMINISTERS_JIRA,
  createCredential: ADMINISTERS_JIRA,
  changeCredential: ADMINISTERS_JIRA,
  readTelemetryStatus: ADMINISTERS_JIRA,
  startFeedbackExport: ADMINISTERS_JIRA,
  readFeedbackExport: ADMINISTERS_JIRA,
  readFeedbackPart: ADMINISTERS_JIRA,
  readServiceNow: ADMINISTERS_JIRA,
  testServiceNow: ADMINISTERS_JIRA,
  connectServiceNow: ADMINISTERS_JIRA,
  readServiceNowChoices: ADMINISTERS_JIRA,
  saveServiceNowMapping: ADMINISTERS_JIRA,
  issueServiceNowPushSecret: ADMINISTERS_JIRA,
  disconnectServiceNow: ADMINISTERS_JIRA,
};
const CONFLICTS: readonly Call[] = [
  'publishSettings',
  'publishEscalationPolicy',
  'decidePolicyProposal',
  'changeCredential',
  'readServiceNowChoices',
  'saveServiceNowMapping',
  'issueServiceNowPushSecret',
];
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
  'readDeskComparison',
  'readDeskChoices',
  'readDeskSettings',
  'readEscalationPolicy',
  'readThresholdLab',
  'readPreview',
  'readAdministration',
  'readTelemetryStatus',
  'readFeedbackExport',
  'readFeedbackPart',
  'readServiceNow',
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

  const ask = async (call: Call, accountId: string, project = 'IT', on = issue) => {
    await world.live.jumpMs(MINUTE);
    const payload: unknown = payloads(project, on)[call];
    return refusalOf(world, call, payload as never, accountId);
  };

  it.each(CALLS)('%s answers those who may, and nobody else', async (call) => {
    const answer = CONFLICTS.includes(call) ? { kind: 'conflict' } : null;
    for (const accountId of EVERYBODY) {
      const expected = MAY[call].includes(accountId) ? answer : NO;
      expect([accountId, await ask(call, accountId)]).toEqual([accountId, expected]);
    }
  });

  it.each(CALLS.filter((call) => !MAY[call].includes(OTHER_AGENT)))(
    '%s answers strangers alike whether it is absent or not theirs, and reads nothing for it',
    async (call) => {
      for (const accountId of STRANGERS) {
        const before = world.host.meter.snapshot();
        const notTheirs = await ask(call, accountId);
        const absent = await ask(call, accountId, 'NOWHERE', 'NOWHERE-1');
        expect(JSON.stringify(notTheirs)).toBe(JSON.stringify(NO));
        expect(JSON.stringify(absent)).toBe(JSON.stringify(notTheirs));
        const used = world.host.meter.since(before).functions['resolver'];
        expect(used?.invocations).toBe(2);
        expect((used?.sqlSelects ?? 0) + (used?.kvsReads ?? 0)).toBe(0);
      }
    },
  );

  it.each(SCREENS)('%s takes two SQL statements at most', async (call) => {
    const [accountId = SITE_ADMIN] = MAY[call].toReversed();
    await ask(call, accountId);
    expect(statementsOfLastCall(world)).toBeLessThanOrEqual(2);
    expect(world.host.meter.lastInvocation()?.sqlDdl ?? 0).toBe(0);
  });
});
