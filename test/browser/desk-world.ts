import { loadManifest } from '../../sandbox/forge/manifest';
import { startShell, type RunningShell } from '../../sandbox/shell/server/start-shell';
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
  PROJECT_ADMIN,
  ROOT,
  SITE_ADMIN,
  type AppWorld,
} from '../support/app-world';

export interface OpenDesk extends AppWorld {
  readonly shell: RunningShell;
  /** Keys of tickets of the IT desk, by what became of them. */
  readonly tickets: { readonly held: string; readonly escalated: string; readonly pending: string };
  close(): Promise<void>;
}

/** Whom one can be in the page. */
const USERS = [
  { accountId: AGENT, displayName: AGENT, role: 'Agent of IT' },
  { accountId: OTHER_AGENT, displayName: OTHER_AGENT, role: 'Agent of HR' },
  { accountId: PROJECT_ADMIN, displayName: PROJECT_ADMIN, role: 'Project administrator' },
  { accountId: SITE_ADMIN, displayName: SITE_ADMIN, role: 'Site administrator' },
  { accountId: CUSTOMER, displayName: CUSTOMER, role: 'Customer' },
] as const;

const DAY = 24 * HOUR;

/**
 * An IT desk on which the AI resolved two tickets that held, passed one on to people, and resolved
 * one just now; the HR desk is empty. The clock stands still, and the page is served.
 */
export async function openDesk(): Promise<OpenDesk> {
  const world = await installed(await anAppWorld());
  const { site, live } = world;
  const startedAtMs = live.nowMs();
  const resolve = async (summary: string): Promise<string> => {
    const issue = openTicket(world, 'IT', summary);
    await live.jumpMs(30_000);
    site.addComment({ by: BOT, issue, body: 'Try the new profile.', isPublic: true });
    await live.jumpMs(1_000);
    site.transition({ by: BOT, issue, to: 'Resolved' });
    await live.jumpMs(5 * MINUTE);
    return issue;
  };
  const held = await resolve('VPN drops on the train');
  await resolve('VPN asks for a certificate');
  const escalated = openTicket(world, 'IT', 'VPN is slow in building two');
  await live.jumpMs(30_000);
  site.addComment({ by: BOT, issue: escalated, body: 'I ask a colleague.', isPublic: true });
  await live.jumpMs(1_000);
  site.transition({ by: BOT, issue: escalated, to: 'Escalated' });
  await live.jumpMs(MINUTE);
  site.addComment({ by: AGENT, issue: escalated, body: 'Looks like a switch.', isPublic: false });
  await live.jumpMs(1_000);
  site.transition({ by: AGENT, issue: escalated, to: 'Resolved' });
  await live.jumpMs(8 * DAY);
  const pending = await resolve('VPN profile is gone');
  await live.jumpMs(2 * HOUR);

  const shell = await serve(world, startedAtMs);
  return {
    ...world,
    shell,
    tickets: { held, escalated, pending },
    async close() {
      await shell.close();
      await live.stop();
    },
  };
}

/** The page of a world, from the moment given. */
export const serve = async (world: AppWorld, startedAtMs: number): Promise<RunningShell> =>
  startShell({
    shell: {
      world,
      live: world.live,
      manifest: await loadManifest(ROOT),
      users: USERS,
      siteName: 'Test site',
      timeZone: 'UTC',
      startedAtMs,
      failures: [],
    },
    port: 0,
    root: ROOT,
  });
