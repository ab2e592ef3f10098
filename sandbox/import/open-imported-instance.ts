import { createChance } from '../demo/chance';
import { LiveWorld } from '../live-world';
import { nothingRead } from '../score/nothing-read';
import type { ScoreOptions } from '../score/options';
import { settle } from '../settle';
import type { ShellWorld } from '../shell/shell-world';
import { createWorld } from '../world';
import { addDeskPeople, FILE_ADMIN } from './desk-people';
import { connectFileInstance, createFileInstance, FILE_INSTANCE_DESK } from './file-instance';
import { fillInstance } from './fill-instance';
import { readLogIncidents } from './log-incident';
import { noticeRejected } from './notice-rejected';
import type { ImportOptions, ImportWorldOptions } from './open-imported-desk';

const ADMIN = FILE_ADMIN.accountId;
const SECOND_MS = 1_000;

/**
 * A ServiceNow instance that comes from an event log, connected to a site without desks of its own, at the
 * moment after the log's last row.
 *
 * @throws UsageError when nothing can be read
 */
export async function openImportedInstance(
  options: ScoreOptions,
  { aiAgent, automation }: Pick<ImportOptions, 'aiAgent' | 'automation'>,
  { onNotice, ...worldOptions }: ImportWorldOptions,
): Promise<Omit<ShellWorld, 'manifest' | 'failures'>> {
  const { incidents, intake } = await readLogIncidents(options);
  const { lastEventAt } = intake;
  if (lastEventAt === null) throw nothingRead(options, intake);
  noticeRejected(intake, onNotice);
  const startedAtMs = lastEventAt + SECOND_MS;
  const world = await createWorld({
    ...worldOptions,
    chance: createChance(1, 'platform'),
    startAtMs: startedAtMs,
    timeZone: 'UTC',
    serviceNow: (clock) => [createFileInstance(clock)],
  });
  const { site, host, modules, serviceNow } = world;
  const [instance] = serviceNow;
  if (instance === undefined) throw new Error('The world has no instance');
  addDeskPeople(site);
  site.installAppModules(modules);
  fillInstance(instance, incidents);
  const live = new LiveWorld(world, null, () => performance.now());
  await host.install();
  const kinds = new Map([
    ...automation.map((name) => [name, 'automation'] as const),
    ...aiAgent.map((name) => [name, 'ai-agent'] as const),
  ]);
  await connectFileInstance(host, instance, { kinds, administrator: ADMIN });
  await settle(world, live, ADMIN, [FILE_INSTANCE_DESK]);
  return {
    world,
    live,
    startedAtMs,
    users: [{ ...FILE_ADMIN, role: 'Administers Jira, sees the ServiceNow desk' }],
    siteName: `Desk of ${options.input.split('/').at(-1) ?? ''}`,
    timeZone: 'UTC',
  };
}
