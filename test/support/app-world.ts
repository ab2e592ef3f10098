import { join } from 'node:path';

import { askApp } from '../../sandbox/ask-app';
import { createChance } from '../../sandbox/demo/chance';
import { loadManifest } from '../../sandbox/forge/manifest';
import type { Database } from '../../sandbox/forge/sql/database';
import { openSqlite } from '../../sandbox/forge/sql/sqlite';
import { LiveWorld } from '../../sandbox/live-world';
import { createWorld, type World, type WorldOptions } from '../../sandbox/world';

export const ROOT = join(__dirname, '..', '..');
export const APP_FILE = join(ROOT, 'dist', 'app', 'index.js');

/** Accounts of the test desks. */
export const AGENT = 'agent-1';
export const OTHER_AGENT = 'agent-2';
export const PROJECT_ADMIN = 'project-admin';
export const SITE_ADMIN = 'site-admin';
export const OUTSIDER = 'outsider';
export const CUSTOMER = 'customer-1';
export const BOT = 'bot-account';
export const RULE = 'rule-account';

export const MONDAY = Date.parse('2026-03-02T09:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export interface AppWorld extends World {
  readonly live: LiveWorld;
  /** What the platform said about failed invocations, and the app's own warnings. */
  readonly complaints: string[];
}

/** Two desks, IT and HR, with people who may and may not see them; the app is not installed yet. */
export async function anAppWorld(
  over: Partial<WorldOptions> & { readonly database?: Database } = {},
): Promise<AppWorld> {
  const complaints: string[] = [];
  const world = await createWorld({
    appFile: APP_FILE,
    manifest: await loadManifest(ROOT),
    database: openSqlite(),
    chance: createChance(1, 'test'),
    startAtMs: MONDAY,
    timeZone: 'UTC',
    onLog: (line) => {
      if (line.level === 'warn' || line.level === 'error' || line.source === 'platform') {
        complaints.push(line.text);
      }
      if (line.source === 'app' && /"level":"(warn|error)"/.test(line.text)) {
        complaints.push(line.text);
      }
    },
    ...over,
  });
  const { site } = world;
  for (const accountId of [AGENT, OTHER_AGENT, PROJECT_ADMIN, SITE_ADMIN, OUTSIDER]) {
    site.addUser({ accountId, accountType: 'atlassian', displayName: accountId });
  }
  site.addUser({ accountId: CUSTOMER, accountType: 'customer', displayName: CUSTOMER });
  for (const accountId of [BOT, RULE]) {
    site.addUser({ accountId, accountType: 'app', displayName: accountId });
  }
  site.addSiteAdmin(SITE_ADMIN);
  for (const [key, agent] of [
    ['IT', AGENT],
    ['HR', OTHER_AGENT],
  ] as const) {
    site.addProject({
      key,
      name: `${key} desk`,
      requestTypes: ['VPN', 'Password'].map((name) => ({ name, issueType: 'Service Request' })),
      agents: [agent, BOT, RULE],
      admins: [PROJECT_ADMIN],
      customers: [CUSTOMER],
    });
  }
  site.installAppModules(world.modules);
  const live = new LiveWorld(world, null, () => performance.now());
  return { ...world, live, complaints };
}

/** Installs the app and registers the AI agent; everything is read and computed. */
export async function installed(world: AppWorld): Promise<AppWorld> {
  await world.host.install();
  await registerBot(world);
  await world.live.jumpMs(5 * MINUTE);
  return world;
}

export const registerBot = ({ host }: World): Promise<'saved'> =>
  askApp(
    host,
    'saveActors',
    { actors: [{ accountId: BOT, kind: 'ai-agent', name: 'Atlas', vendor: 'Test' }] },
    SITE_ADMIN,
  );

/** A customer's request, now. */
export const openTicket = ({ site }: World, project = 'IT', summary = 'VPN is down'): string =>
  site.createIssue({ by: CUSTOMER, project, requestType: 'VPN', summary }).key;

/** The value of the app's entity property on an issue. */
export function tagOf({ site }: World, issue: string): Readonly<Record<string, unknown>> | null {
  const value = site.reading.readIssue(issue, null)?.issue.properties.get('firstline');
  return (value ?? null) as Readonly<Record<string, unknown>> | null;
}
