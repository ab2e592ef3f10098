import { join } from 'node:path';

import { askApp } from '../ask-app';
import { createChance } from '../demo/chance';
import { loadManifest } from '../forge/manifest';
import { openSqlite } from '../forge/sql/sqlite';
import { LiveWorld } from '../live-world';
import { settle } from '../settle';
import type { ShellWorld } from '../shell/shell-world';
import { createWorld } from '../world';

const DAYS = 120;
const DAY_MS = 86_400_000;
const NOW_MS = Date.parse('2026-05-05T07:00:00Z');
const RULE = 'rule';
const CUSTOMERS = 2_000;

export const BENCH_PROJECT = 'IT';
/** The AI agent of the desk. */
export const BENCH_BOT = 'bot';
/** Who looks at the desk. */
export const BENCH_AGENT = 'agent';

export interface BenchDesk extends ShellWorld {
  readonly tickets: number;
}

/** A desk of so many tickets, read and computed by the app. */
export async function openBenchDesk(tickets: number): Promise<BenchDesk> {
  const root = process.cwd();
  const manifest = await loadManifest(root);
  const world = await createWorld({
    appFile: join(root, 'dist', 'app', 'index.js'),
    manifest,
    database: openSqlite(),
    chance: createChance(1, 'bench'),
    startAtMs: NOW_MS,
    timeZone: 'UTC',
    limits: { pointsPerHour: Number.POSITIVE_INFINITY, burstPerSecond: {}, burstOverrides: {} },
  });
  const { site, host } = world;
  site.addUser({ accountId: BENCH_AGENT, accountType: 'atlassian', displayName: 'Agent' });
  site.addUser({ accountId: BENCH_BOT, accountType: 'app', displayName: 'Bot' });
  site.addUser({ accountId: RULE, accountType: 'app', displayName: 'Rule' });
  for (let i = 0; i < CUSTOMERS; i += 1) {
    site.addUser({ accountId: `c-${i}`, accountType: 'customer', displayName: `Customer ${i}` });
  }
  site.addSiteAdmin(BENCH_AGENT);
  site.addProject({
    key: BENCH_PROJECT,
    name: 'IT',
    requestTypes: ['VPN', 'Password', 'Access'].map((name) => ({ name, issueType: 'Request' })),
    agents: [BENCH_AGENT, BENCH_BOT, RULE],
    admins: [],
    customers: [],
  });
  for (let i = 0; i < tickets; i += 1) {
    const createdMs = NOW_MS - DAYS * DAY_MS + Math.floor((i / tickets) * DAYS * DAY_MS);
    const by = i % 2 === 0 ? BENCH_BOT : BENCH_AGENT;
    site.importIssue({
      project: BENCH_PROJECT,
      requestType: ['VPN', 'Password', 'Access'][i % 3] ?? null,
      issueType: 'Request',
      priority: 'Medium',
      reporter: `c-${i % CUSTOMERS}`,
      summary: `Matter ${i}`,
      createdMs,
      resolutionDateMs: createdMs + (i % 977) * 60_000,
      status: 'Resolved',
      resolution: 'Done',
      comments: [{ atMs: createdMs + 30_000, authorAccountId: by, isPublic: true }],
      histories: [
        {
          atMs: createdMs + 60_000 + (i % 977) * 60_000,
          // Closed by a rule after the AI's answer, some are ambiguous and need attention.
          authorAccountId: i % 20 === 0 ? RULE : by,
          items: [{ field: 'status', from: '10001', to: '5', toString: 'Resolved' }],
        },
      ],
      updatedMs: createdMs + 60_000 + (i % 977) * 60_000,
    });
  }
  site.installAppModules(world.modules);
  const live = new LiveWorld(world, null, () => performance.now());
  await host.install();
  await askApp(
    host,
    'saveActors',
    { actors: [{ accountId: BENCH_BOT, kind: 'ai-agent', name: 'Bot', vendor: null }] },
    BENCH_AGENT,
  );
  await settle(world, live, BENCH_AGENT);

  return {
    tickets,
    world,
    live,
    manifest,
    users: [{ accountId: BENCH_AGENT, displayName: 'Agent', role: 'Site administrator' }],
    siteName: 'Bench',
    timeZone: 'UTC',
    startedAtMs: NOW_MS,
    failures: [],
  };
}
