import { deskReportOf, type ScoreReport } from '../../src/domain/kpi/report';
import { epochMs, HOUR_MS, MINUTE_MS, type EpochMs } from '../../src/domain/time';
import { askApp } from '../ask-app';
import { createChance } from '../demo/chance';
import { addDeskPeople, FILE_ADMIN } from '../import/desk-people';
import {
  connectFileInstance,
  createFileInstance,
  FILE_INSTANCE_DESK,
} from '../import/file-instance';
import { fillInstance, type FilledInstance } from '../import/fill-instance';
import { incidentsAt, readLogIncidents } from '../import/log-incident';
import type { Intake } from './intake';
import { createWorld, type World } from '../world';
import { NO_RATE_LIMITS } from './no-rate-limits';
import { nothingRead } from './nothing-read';
import type { ScoreOptions } from './options';
import { createPatientTime } from './patient-time';
import type { ThroughSandboxOptions } from './through-sandbox';
import { writeTicketVerdicts, type AskedTicket } from './write-ticket-verdicts';

const ADMIN = FILE_ADMIN.accountId;
/** The app asks an instance a hundred times a minute at most: a large one takes it some minutes to read. */
const READING_MS = 30 * MINUTE_MS;

/**
 * Scores an event log the whole way: it fills a simulated instance of ServiceNow; the app is connected to it,
 * reads its history, judges it, and computes on its schedule; the report is what its resolver says.
 *
 * @throws UsageError when nothing can be read
 */
export async function scoreThroughServiceNow(
  options: ScoreOptions,
  through: ThroughSandboxOptions,
): Promise<ScoreReport> {
  const { incidents, intake } = await readLogIncidents(options);
  const asOf = options.asOf ?? lastMomentOf(options, intake);
  const time = createPatientTime();
  const world = await createWorld({
    ...through,
    elapsedMs: time.elapsedMs,
    chance: createChance(1, 'through-sandbox'),
    startAtMs: asOf - READING_MS,
    timeZone: 'UTC',
    limits: NO_RATE_LIMITS,
    // The clock stops at the moment of the report, so nothing may come later.
    delivery: { maxLagMs: 0, usualLagMs: 0, queueLagMs: 0 },
    serviceNow: (clock) => [createFileInstance(clock)],
    onLog: (line) => {
      if (line.level === 'error' || line.source === 'platform') through.onNotice(line.text);
    },
  });
  try {
    const { site, host, modules, serviceNow } = world;
    const [instance] = serviceNow;
    if (instance === undefined) throw new Error('The world has no instance');
    addDeskPeople(site);
    site.installAppModules(modules);
    const filled = fillInstance(instance, incidentsAt(incidents, asOf));
    await host.install();
    await connectFileInstance(host, instance, { kinds: kindsOf(options), administrator: ADMIN });
    await publishDefinition(world, options);
    await host.runUntil(asOf);
    await host.fireSchedule('hourly-refresh');
    await host.drain();
    if (options.ticketsFile !== null) {
      const reading = { file: options.ticketsFile, reader: ADMIN, time };
      await writeTicketVerdicts(host, askedTickets(filled), reading);
    }
    return await reportOf(world, options, { intake, asOf });
  } finally {
    await world.host.close();
  }
}

function lastMomentOf(options: ScoreOptions, intake: Intake): EpochMs {
  if (intake.lastEventAt === null) throw nothingRead(options, intake);
  return epochMs(intake.lastEventAt + options.definition.windowHours * HOUR_MS);
}

const kindsOf = ({ registry }: ScoreOptions): ReadonlyMap<string, 'ai-agent' | 'automation'> =>
  new Map(
    [...registry].flatMap(([name, kind]) =>
      kind === 'ai-agent' || kind === 'automation' ? [[name, kind] as const] : [],
    ),
  );

async function publishDefinition({ host }: World, { definition }: ScoreOptions): Promise<void> {
  const project = FILE_INSTANCE_DESK;
  const held = await askApp(host, 'readDeskSettings', { project }, ADMIN);
  const settings = { ...held.settings, definition };
  const publication = { project, settings, reason: '', restoredFrom: null };
  await askApp(host, 'publishSettings', { ...publication, basedOnVersion: held.version }, ADMIN);
}

async function reportOf(
  { host }: World,
  { definition, desk }: ScoreOptions,
  { intake, asOf }: { readonly intake: Intake; readonly asOf: EpochMs },
): Promise<ScoreReport> {
  const { score } = await askApp(host, 'readScoreReport', { project: FILE_INSTANCE_DESK }, ADMIN);
  const report = deskReportOf(desk, score);
  return {
    asOf: new Date(asOf).toISOString(),
    definition,
    tickets: report.tickets,
    events: intake.events,
    rejected: intake.rejected,
    rejectedTotal: intake.rejectedTotal,
    desks: [report],
  };
}

const askedTickets = (filled: FilledInstance): readonly AskedTicket[] =>
  [...filled].map(([number, sysId]) => ({
    ticket: `servicenow:${number}`,
    issue: `sn-${sysId}`,
  }));
