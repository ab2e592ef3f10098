import type { RunningShell } from '../../sandbox/shell/server/start-shell';
import {
  AGENT,
  anAppWorld,
  BOT,
  HOUR,
  installed,
  MINUTE,
  openTicket,
  type AppWorld,
} from '../support/app-world';
import { importPast } from '../support/lively-desk';
import { serve } from './desk-world';

export interface ReportDesk extends AppWorld {
  readonly shell: RunningShell;
  close(): Promise<void>;
}

/** One reading after another, at one moment of the site's clock. */
const NO_LIMITS = {
  pointsPerHour: Number.POSITIVE_INFINITY,
  burstPerSecond: {},
  burstOverrides: {},
};

/** An IT desk with a past in which everything has happened, and some tickets of today; HR is empty. */
export async function openReportDesk(): Promise<ReportDesk> {
  const world = await anAppWorld({ limits: NO_LIMITS });
  importPast(world, { project: 'IT', agent: AGENT, days: 100 });
  await installed(world);
  const { site, live } = world;
  const startedAtMs = live.nowMs();
  for (const summary of ['VPN profile is gone', 'VPN asks for a certificate']) {
    const issue = openTicket(world, 'IT', summary);
    await live.jumpMs(30_000);
    site.addComment({ by: BOT, issue, body: 'Try the new profile.', isPublic: true });
    await live.jumpMs(MINUTE);
    site.transition({ by: BOT, issue, to: 'Resolved' });
  }
  await live.jumpMs(2 * HOUR);
  const shell = await serve(world, startedAtMs);
  return {
    ...world,
    shell,
    async close() {
      await shell.close();
      await live.stop();
    },
  };
}
