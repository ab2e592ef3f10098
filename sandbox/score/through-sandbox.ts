import { deskReportOf, type ScoreReport } from '../../src/domain/kpi/report';
import { epochMs, HOUR_MS } from '../../src/domain/time';
import { askApp } from '../ask-app';
import { createChance } from '../demo/chance';
import type { Manifest } from '../forge/manifest';
import type { Database } from '../forge/sql/database';
import { readDeskFile, timelinesAt } from '../import/desk-file';
import { addDeskPeople, FILE_ADMIN, FILE_AGENT } from '../import/desk-people';
import { fillSite, type FilledSite } from '../import/fill-site';
import { createWorld, type World } from '../world';
import { NO_RATE_LIMITS } from './no-rate-limits';
import type { ScoreOptions } from './options';
import { createPatientTime } from './patient-time';
import { scoreThroughServiceNow } from './through-service-now';
import { writeTicketVerdicts } from './write-ticket-verdicts';

export interface ThroughSandboxOptions {
  readonly appFile: string;
  readonly manifest: Manifest;
  /** Closed at the end. */
  readonly database: Database;
  /** Told what the input holds that the desk cannot carry. */
  readonly onNotice: (text: string) => void;
}

const AGENT = FILE_AGENT.accountId;
const ADMIN = FILE_ADMIN.accountId;

/**
 * Scores an export the whole way: it fills a simulated desk of the kind that it came from; the app reads the
 * desk's history, judges it, and computes on its schedule; the report is what its resolver says.
 *
 * @throws UsageError when nothing can be read
 */
export const scoreThroughSandbox = (
  options: ScoreOptions,
  through: ThroughSandboxOptions,
): Promise<ScoreReport> =>
  options.format === 'servicenow-log'
    ? scoreThroughServiceNow(options, through)
    : scoreThroughJira(options, through);

/**
 * The same on a Jira desk, wherever the export comes from.
 *
 * @throws UsageError when nothing can be read
 */
export async function scoreThroughJira(
  options: ScoreOptions,
  through: ThroughSandboxOptions,
): Promise<ScoreReport> {
  const file = await readDeskFile({ ...options, hashToken: (token) => token });
  const asOf = options.asOf ?? epochMs(file.lastEventAt + options.definition.windowHours * HOUR_MS);
  const time = createPatientTime();
  const world = await createWorld({
    ...through,
    elapsedMs: time.elapsedMs,
    chance: createChance(1, 'through-sandbox'),
    startAtMs: asOf,
    timeZone: 'UTC',
    limits: NO_RATE_LIMITS,
    // The clock stands at the moment of the report, so nothing may come later.
    delivery: { maxLagMs: 0, usualLagMs: 0, queueLagMs: 0 },
    onLog: (line) => {
      if (line.level === 'error' || line.source === 'platform') through.onNotice(line.text);
    },
  });
  try {
    const filled = fill(world, options, timelinesAt(file.timelines, asOf), through.onNotice);
    await world.host.install();
    await configure(world, options, filled);
    await world.host.drain();
    await world.host.fireSchedule('hourly-refresh');
    await world.host.drain();
    if (options.ticketsFile !== null) {
      const tickets = [...filled.issueIds].map(([ticket, issue]) => ({ ticket, issue }));
      const reading = { file: options.ticketsFile, reader: AGENT, time };
      await writeTicketVerdicts(world.host, tickets, reading);
    }
    return await reportOf(world, options, filled, { file, asOf });
  } finally {
    await world.host.close();
  }
}

function fill(
  { site, modules }: World,
  { registry }: ScoreOptions,
  timelines: Parameters<typeof fillSite>[1],
  onNotice: (text: string) => void,
): FilledSite {
  addDeskPeople(site);
  const filled = fillSite(site, timelines, {
    registered: registry.keys(),
    agents: [AGENT],
    admins: [ADMIN],
  });
  site.installAppModules(modules);
  if (filled.eventsLeftOut > 0) {
    onNotice(
      `${filled.eventsLeftOut} events (runs, hand-offs, overrides) are left out: a Jira issue carries none of them`,
    );
  }
  return filled;
}

/** What an administrator would set before the app reads the desk. */
async function configure(
  { host }: World,
  { registry, definition }: ScoreOptions,
  { desks }: FilledSite,
): Promise<void> {
  if (registry.size > 0) {
    const actors = [...registry].map(([accountId, kind]) => ({
      accountId,
      kind,
      name: null,
      vendor: null,
    }));
    await askApp(host, 'saveActors', { actors }, ADMIN);
  }
  for (const { projectKey } of desks) {
    const held = await askApp(host, 'readDeskSettings', { project: projectKey }, ADMIN);
    const publication = {
      project: projectKey,
      settings: { ...held.settings, definition },
      reason: '',
      basedOnVersion: held.version,
      restoredFrom: null,
    };
    await askApp(host, 'publishSettings', publication, ADMIN);
  }
}

async function reportOf(
  { host }: World,
  { definition }: ScoreOptions,
  { desks }: FilledSite,
  read: {
    readonly file: Awaited<ReturnType<typeof readDeskFile>>;
    readonly asOf: number;
  },
): Promise<ScoreReport> {
  const { intake } = read.file;
  const reports = [];
  for (const { desk, projectKey } of desks) {
    const { score } = await askApp(host, 'readScoreReport', { project: projectKey }, AGENT);
    reports.push(deskReportOf(desk, score));
  }
  return {
    asOf: new Date(read.asOf).toISOString(),
    definition,
    tickets: reports.reduce((sum, { tickets }) => sum + tickets, 0),
    events: intake.events,
    rejected: intake.rejected,
    rejectedTotal: intake.rejectedTotal,
    desks: reports.sort((a, b) => (a.desk < b.desk ? -1 : 1)),
  };
}
