import { anInstanceWorld, type InstanceWorld } from '../support/servicenow-world';
import { serve } from './desk-world';
import type { ServedDesk } from './describe-on-desk';

/** A Jira site whose page is served, and an instance of ServiceNow that nobody has connected. */
export async function openServiceNow(): Promise<InstanceWorld & ServedDesk & Awaited<Served>> {
  const world = await anInstanceWorld();
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

type Served = Promise<{ readonly shell: Awaited<ReturnType<typeof serve>> }>;
