import { existsSync, readFileSync } from 'node:fs';

import { statusListSchema } from '../../src/adapters/jira/issue-schema';
import { statusCatalogueOf } from '../../src/adapters/jira/status-catalogue';
import { DEFAULT_DEFINITION } from '../../src/domain/outcome/definition';
import { askApp } from '../ask-app';
import { createChance } from '../demo/chance';
import { LiveWorld } from '../live-world';
import { settle } from '../settle';
import { UsageError, type Format, type ScoreOptions } from '../score/options';
import type { ShellWorld } from '../shell/shell-world';
import { createWorld, type WorldOptions } from '../world';
import { readDeskFile } from './desk-file';
import { addDeskPeople, FILE_ADMIN, FILE_AGENT } from './desk-people';
import { fillSite } from './fill-site';
import { noticeRejected } from './notice-rejected';
import { openImportedInstance } from './open-imported-instance';

const AGENT = FILE_AGENT.accountId;
const ADMIN = FILE_ADMIN.accountId;
const SECOND_MS = 1_000;

export interface ImportOptions {
  readonly format: Format;
  readonly input: string;
  readonly aiAgent: readonly string[];
  readonly automation: readonly string[];
  /** For `jira`; null without. */
  readonly statusesFile: string | null;
}

export type ImportWorldOptions = Pick<
  WorldOptions,
  'appFile' | 'manifest' | 'database' | 'onLog'
> & { readonly onNotice: (text: string) => void };
type ImportedShell = Omit<ShellWorld, 'manifest' | 'failures'>;

/**
 * A desk that comes from a file, of the kind that the file came from, at the moment after its last event;
 * the app is installed, and has read and computed it.
 *
 * @throws UsageError when nothing can be read
 */
export const openImportedDesk = (
  options: ImportOptions,
  world: ImportWorldOptions,
): Promise<ImportedShell> =>
  options.format === 'servicenow-log'
    ? openImportedInstance(toScoreOptions(options), options, world)
    : openImportedSite(options, world);

async function openImportedSite(
  options: ImportOptions,
  { onNotice, ...worldOptions }: ImportWorldOptions,
): Promise<ImportedShell> {
  const file = await readDeskFile(toScoreOptions(options));
  noticeRejected(file.intake, onNotice);
  const startedAtMs = file.lastEventAt + SECOND_MS;
  const world = await createWorld({
    ...worldOptions,
    chance: createChance(1, 'platform'),
    startAtMs: startedAtMs,
    timeZone: 'UTC',
  });
  const { site, host, modules } = world;
  addDeskPeople(site);
  const registered = [...options.aiAgent, ...options.automation];
  const filled = fillSite(site, file.timelines, { registered, agents: [AGENT], admins: [ADMIN] });
  if (filled.eventsLeftOut > 0) {
    onNotice(`${filled.eventsLeftOut} events that no Jira issue can carry are left out`);
  }
  site.installAppModules(modules);
  const live = new LiveWorld(world, null, () => performance.now());
  await host.install();
  if (registered.length > 0) {
    const actor = (kind: 'ai-agent' | 'automation') => (accountId: string) => ({
      accountId,
      kind,
      name: kind === 'ai-agent' ? accountId.slice(0, 64) : null,
      vendor: null,
    });
    const actors = [
      ...options.aiAgent.map(actor('ai-agent')),
      ...options.automation.map(actor('automation')),
    ];
    await askApp(host, 'saveActors', { actors }, ADMIN);
  }
  await settle(world, live, ADMIN);
  return {
    world,
    live,
    startedAtMs,
    users: [
      { ...FILE_AGENT, role: 'Agent of every desk' },
      { ...FILE_ADMIN, role: 'Administers Jira' },
    ],
    siteName: `Desk of ${options.input.split('/').at(-1) ?? ''}`,
    timeZone: 'UTC',
  };
}

function toScoreOptions({ format, input, statusesFile }: ImportOptions): ScoreOptions {
  if (!existsSync(input)) throw new UsageError(`--import ${input}: there is no such file`);
  return {
    format,
    input,
    desk: 'ServiceNow',
    registry: new Map(),
    definition: DEFAULT_DEFINITION,
    asOf: null,
    ticketsFile: null,
    statuses:
      statusesFile === null
        ? new Map()
        : statusCatalogueOf(statusListSchema.parse(JSON.parse(readFileSync(statusesFile, 'utf8')))),
    budgetChars: 48 * 1_024 * 1_024,
    hashToken: (token) => token,
    onProgress: () => undefined,
  };
}
