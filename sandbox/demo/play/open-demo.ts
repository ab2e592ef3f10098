import { askApp } from '../../ask-app';
import { LiveWorld } from '../../live-world';
import { Players } from '../../player';
import type { ServiceNowInstance } from '../../servicenow/instance';
import { settle } from '../../settle';
import { createWorld, type World, type WorldOptions } from '../../world';
import { AI_ACCOUNT } from '../accounts';
import { createChance } from '../chance';
import { DEMO_DESKS } from '../desk-model';
import { PLAYED_DESKS, SERVICE_NOW_DESK } from '../service-now-desk';
import { AgentTelemetry } from './agent-telemetry';
import { DemoPlayer } from './demo-player';
import { demoPolicies } from './demo-policy';
import { PROJECT_ADMIN_ID, setUpDemoSite, SITE_ADMIN_ID } from './demo-site';
import { createJiraStage } from './jira-stage';
import type { BusinessRule } from './service-now/business-rule';
import {
  connectIncidentAgent,
  connectInstance,
  publishIncidentPolicy,
  registerIncidentAgent,
} from './service-now/connect-instance';
import { createDemoInstance, DEMO_INSTANCE_DESK } from './service-now/demo-instance';
import { createServiceNowStage } from './service-now/service-now-stage';
import { STATUS_NAMES } from './status-names';

/** A Monday; the demo comes alive 120 days later, on a Tuesday morning in Berlin. */
export const DEMO_START_DAY = '2026-01-05';
export const DEMO_TIME_ZONE = 'Europe/Berlin';
export const DEMO_NOW_MS = Date.parse('2026-05-05T07:00:00Z');

/** The platform takes 150 SQL statements a second: so long one batch keeps the app busy. */
const BATCH_EVERY_MS = 5_000;
/** Until the app has judged what the runs changed, and counted again. */
const SETTLING_MS = 6 * 60_000;

export interface Demo {
  readonly world: World;
  readonly live: LiveWorld;
  readonly player: DemoPlayer;
  /** Of the agent on Jira. */
  readonly telemetry: AgentTelemetry;
  readonly serviceNow: {
    readonly instance: ServiceNowInstance;
    readonly telemetry: AgentTelemetry;
    readonly rule: BusinessRule;
  };
  readonly startedAtMs: number;
}

/**
 * The demo: a site and a connected ServiceNow instance with 120 days of history, the app installed, the AI
 * agents registered, the history read, the agents' runs taken in and every desk computed, and policies in
 * force. From here on it lives.
 */
export async function openDemo(
  options: Omit<WorldOptions, 'chance' | 'startAtMs' | 'timeZone' | 'serviceNow'> & {
    readonly seed: number;
  },
): Promise<Demo> {
  const { seed } = options;
  const world = await createWorld({
    ...options,
    chance: createChance(seed, 'platform'),
    startAtMs: DEMO_NOW_MS,
    timeZone: DEMO_TIME_ZONE,
    serviceNow: (clock) => [createDemoInstance(clock, DEMO_TIME_ZONE)],
  });
  const [instance] = world.serviceNow;
  if (instance === undefined) throw new Error('The world has no instance');
  const leads = setUpDemoSite(world.site, world.modules);
  const player = createPlayer(world.site, instance, seed);
  const players = new Players();
  players.join(player);
  const live = new LiveWorld(world, players, () => performance.now());
  await world.host.install();
  await registerAgent(world);
  const rule = await connectInstance(world, instance, leads);
  players.join(rule);
  await registerIncidentAgent(world);
  await settle(world, live, SITE_ADMIN_ID, [DEMO_INSTANCE_DESK]);
  const pause = (): Promise<void> => live.jumpMs(BATCH_EVERY_MS);
  const telemetry = await connectAgent(world);
  await player.connect(
    DEMO_DESKS.map(({ key }) => key),
    telemetry,
    pause,
  );
  const settledAtMs = live.nowMs() + SETTLING_MS;
  const incidentTelemetry = await connectIncidentAgent(world);
  await player.connect([SERVICE_NOW_DESK.key], incidentTelemetry, pause);
  await live.advanceTo(settledAtMs);
  await publishPolicies(world);
  await publishIncidentPolicy(world);
  const serviceNow = { instance, telemetry: incidentTelemetry, rule };
  return { world, live, player, telemetry, serviceNow, startedAtMs: DEMO_NOW_MS };
}

/** One player of all scripts: each on the product that its desk runs on. */
function createPlayer(site: World['site'], instance: ServiceNowInstance, seed: number): DemoPlayer {
  const jira = createJiraStage(site);
  const stages = new Map([
    ...DEMO_DESKS.map(({ key }) => [key, jira] as const),
    [SERVICE_NOW_DESK.key, createServiceNowStage(instance)] as const,
  ]);
  return new DemoPlayer(
    { desks: PLAYED_DESKS, stages },
    { seed, startDay: DEMO_START_DAY },
    DEMO_NOW_MS,
  );
}

/** What an administrator does once: says which account is the AI agent. */
export const registerAgent = ({ host }: World): Promise<unknown> =>
  askApp(
    host,
    'saveActors',
    {
      actors: [
        {
          accountId: AI_ACCOUNT.accountId,
          kind: 'ai-agent',
          name: AI_ACCOUNT.displayName,
          vendor: 'Demo',
        },
      ],
    },
    SITE_ADMIN_ID,
  );

/** And gives it a credential, with which it sends its telemetry. */
async function connectAgent({ host }: World): Promise<AgentTelemetry> {
  const { token } = await askApp(
    host,
    'createCredential',
    {
      agentId: AI_ACCOUNT.accountId,
      label: 'Exporter of the demo',
      traceUrlTemplate: 'https://traces.example.com/{traceId}',
    },
    SITE_ADMIN_ID,
  );
  if (token === null) throw new Error('createCredential: the app gives no token');
  return new AgentTelemetry(host, { name: AI_ACCOUNT.displayName, service: 'atlas' }, token);
}

/** From now on a run with too little confidence goes to people. */
async function publishPolicies({ host, site }: World): Promise<void> {
  const escalated = site.reading.listStatuses().find(({ name }) => name === STATUS_NAMES.escalated);
  if (escalated === undefined) throw new Error('The site has no status for people');
  for (const { deskKey, reason, policy } of demoPolicies(escalated.id)) {
    await askApp(
      host,
      'publishEscalationPolicy',
      { project: deskKey, policy, reason, basedOnVersion: 0, restoredFrom: null },
      PROJECT_ADMIN_ID,
    );
  }
}
