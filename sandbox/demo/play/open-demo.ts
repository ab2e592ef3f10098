import { askApp } from '../../ask-app';
import { LiveWorld } from '../../live-world';
import { settle } from '../../settle';
import { createWorld, type World, type WorldOptions } from '../../world';
import { AI_ACCOUNT } from '../accounts';
import { AgentTelemetry } from './agent-telemetry';
import { createChance } from '../chance';
import { DemoPlayer } from './demo-player';
import { demoPolicies } from './demo-policy';
import { PROJECT_ADMIN_ID, setUpDemoSite, SITE_ADMIN_ID } from './demo-site';
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
  readonly telemetry: AgentTelemetry;
  readonly startedAtMs: number;
}

/**
 * The demo: a site with 120 days of history, the app installed on it, its AI agent registered, the
 * history read, the agent's runs taken in and every desk computed, and a policy in force. From here on
 * it lives.
 */
export async function openDemo(
  options: Omit<WorldOptions, 'chance' | 'startAtMs' | 'timeZone'> & { readonly seed: number },
): Promise<Demo> {
  const { seed } = options;
  const world = await createWorld({
    ...options,
    chance: createChance(seed, 'platform'),
    startAtMs: DEMO_NOW_MS,
    timeZone: DEMO_TIME_ZONE,
  });
  setUpDemoSite(world.site, world.modules);
  const player = new DemoPlayer(world.site, { seed, startDay: DEMO_START_DAY }, DEMO_NOW_MS);
  const live = new LiveWorld(world, player, () => performance.now());
  await world.host.install();
  await registerAgent(world);
  await settle(world, live, SITE_ADMIN_ID);
  const telemetry = await connectAgent(world);
  await player.connect(telemetry, () => live.jumpMs(BATCH_EVERY_MS));
  await live.jumpMs(SETTLING_MS);
  await publishPolicies(world);
  return { world, live, player, telemetry, startedAtMs: DEMO_NOW_MS };
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
  return new AgentTelemetry(host, token);
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
