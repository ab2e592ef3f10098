import type { RunningShell } from '../../sandbox/shell/server/start-shell';
import { AGENT, anAppWorld, installed, type AppWorld } from '../support/app-world';
import { importPast } from '../support/lively-desk';
import {
  ACME,
  addServiceNowDesk,
  connectAcme,
  type ServiceNowDesk,
} from '../support/service-now-desk';
import { serve } from './desk-world';

export interface GlobalDesks extends AppWorld {
  readonly shell: RunningShell;
  close(): Promise<void>;
}

const NO_LIMITS = {
  pointsPerHour: Number.POSITIVE_INFINITY,
  burstPerSecond: {},
  burstOverrides: {},
};

/** A desk of one group, measured by a window of its own. */
export const NETWORK: ServiceNowDesk = {
  key: 'sn-acme-aaaaaaaaaaaa',
  name: 'acme: Network',
  days: 30,
  windowHours: 72,
};

/**
 * An IT desk with a past, an empty HR desk, and two desks of ServiceNow, which the agent of IT may see
 * besides administrators of Jira. The clock stands still.
 */
export async function openGlobalDesks(): Promise<GlobalDesks> {
  const world = await anAppWorld({ limits: NO_LIMITS });
  importPast(world, { project: 'IT', agent: AGENT, days: 100 });
  await installed(world);
  await addServiceNowDesk(world, ACME);
  await addServiceNowDesk(world, NETWORK);
  const { id: groupId, name } = world.site.addGroup({ name: 'service-leads', members: [AGENT] });
  connectAcme(world, [{ groupId, name }]);
  const shell = await serve(world, world.live.nowMs());
  return {
    ...world,
    shell,
    async close() {
      await shell.close();
      await world.live.stop();
    },
  };
}
