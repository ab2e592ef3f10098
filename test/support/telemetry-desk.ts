import { ManualClock } from '../../sandbox/clock';
import type { Database } from '../../sandbox/forge/sql/database';
import { openSqlite } from '../../sandbox/forge/sql/sqlite';
import type { JiraSite } from '../../sandbox/jira/site';
import type { SqlDatabase } from '../../src/adapters/forge/sql/forge-database';
import { OPEN_POLICY, type EscalationPolicy } from '../../src/domain/escalation/policy';
import { epochMs } from '../../src/domain/time';
import type { Job } from '../../src/ports/job-queue';
import type { DeskRow, ScoreStore } from '../../src/ports/score-store';
import type { TelemetryBatch } from '../../src/ports/telemetry-reader';
import type { Deps } from '../../src/usecases/deps';
import { handOffTicket } from '../../src/usecases/hand-off-ticket';
import { ingestTelemetry, type IngestedBatch } from '../../src/usecases/ingest-telemetry';
import { matchRuns } from '../../src/usecases/match-runs';
import { newDesk } from '../../src/usecases/new-desk';
import { recordTicketEvent } from '../../src/usecases/record-ticket-event';
import { settleTickets } from '../../src/usecases/settle-tickets';
import { deskDeps } from './desk-deps';
import { openStore } from './forge-sql';
import { aSmallDesk } from './small-desk';

export const DESK = 'jira:10000';
export const BOT = 'bot';
export const DESK_START = Date.parse('2026-03-02T08:00:00Z');
/** Whatever happens on the desk, it is later than that. */
export const DESK_NOW = DESK_START + 30 * 86_400_000;

/** Below 70 %, a tool that nobody allowed, the fourth attempt: people take over. */
export const STRICT_POLICY: EscalationPolicy = {
  ...OPEN_POLICY,
  fallback: {
    ...OPEN_POLICY.fallback,
    confidenceThreshold: 0.7,
    maximumAttempts: 3,
    allowedTools: ['directory.reset', 'vpn.check', 'kb.search'],
  },
};

export interface TelemetryDesk {
  readonly store: ScoreStore;
  readonly db: SqlDatabase;
  readonly statements: () => number;
  readonly site: JiraSite;
  readonly clock: ManualClock;
  readonly deps: Deps;
  /** Pushed and not done yet. */
  readonly jobs: Job[];
  readonly send: (batch: TelemetryBatch, agentId?: string) => Promise<IngestedBatch>;
  /** Tells the app what has happened on the site since the last time. */
  readonly hear: () => Promise<void>;
  /** Does the jobs that wait, and those that they push. */
  readonly work: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The app's use cases on a desk with an AI agent and a policy, over a real store and a simulated site. */
export async function aTelemetryDesk(
  options: {
    readonly database?: Database;
    readonly policy?: EscalationPolicy | null;
  } = {},
): Promise<TelemetryDesk> {
  const { database = openSqlite(), policy = STRICT_POLICY } = options;
  const clock = new ManualClock(DESK_START);
  const site = aSmallDesk(clock);
  const told: Readonly<Record<string, unknown>>[] = [];
  site.onEvent(({ eventType, payload, causedByApp }) => {
    if (!causedByApp) told.push({ eventType, ...payload });
  });
  const { store, db, statements } = openStore(database);
  await store.migrate();
  const desk: DeskRow = newDesk({ deskId: DESK, key: 'IT', timeZone: 'UTC' });
  await store.saveDesk({
    ...desk,
    escalation: policy === null ? null : { version: 1, since: epochMs(DESK_START), policy },
  });
  const actor = { accountId: BOT, kind: 'ai-agent' as const, name: 'Atlas', vendor: null };
  const jobs: Job[] = [];
  const deps: Deps = {
    ...deskDeps({ store, site, nowMs: DESK_NOW, actors: [{ ...actor, actorId: BOT }] }),
    queue: {
      push: (pushed) => {
        jobs.push(...pushed);
        return Promise.resolve();
      },
    },
  };
  const budget = { remainingMs: () => 800_000 };
  return {
    store,
    db,
    statements,
    site,
    clock,
    deps,
    jobs,
    send: (batch, agentId = BOT) =>
      ingestTelemetry(deps, { agentId, traceUrlTemplate: null }, batch),
    hear: async () => {
      for (const payload of told.splice(0)) {
        const heard = await recordTicketEvent(deps, payload);
        if (!heard.ok) throw new Error(JSON.stringify(heard));
      }
    },
    work: async () => {
      while (jobs.length > 0) {
        const distinct = new Set(jobs.splice(0).map((job) => JSON.stringify(job)));
        for (const text of distinct) await doJob(deps, JSON.parse(text) as Job, budget);
      }
    },
    close: () => database.close(),
  };
}

async function doJob(
  deps: Deps,
  job: Job,
  budget: { readonly remainingMs: () => number },
): Promise<void> {
  if (job.kind === 'settle-tickets') await settleTickets(deps, job);
  if (job.kind === 'match-runs') await matchRuns(deps, job, budget);
  if (job.kind === 'hand-off') await handOffTicket(deps, job);
}

/** A request of the customer, now; its key. */
export const openIssue = ({ site }: TelemetryDesk): string =>
  site.createIssue({
    by: 'customer',
    project: 'IT',
    requestType: 'VPN',
    summary: 'VPN drops',
  }).key;

/** All that is stored of runs and of what follows from them, how they came there left out. */
export async function whatIsStored({ db }: TelemetryDesk) {
  const rowsOf = async (query: string) =>
    (await db.select(query)).map((row) =>
      row['document'] === undefined
        ? row
        : { ...row, document: JSON.parse(row['document'] as string) as Record<string, unknown> },
    );
  const [runs, tickets, handOffs] = [
    await rowsOf('SELECT document FROM agent_run ORDER BY run_id'),
    await rowsOf('SELECT ticket_id, is_unsettled, document FROM ticket ORDER BY ticket_id'),
    await rowsOf('SELECT document FROM hand_off ORDER BY hand_off_id'),
  ];
  return {
    spans: await rowsOf('SELECT * FROM agent_span ORDER BY run_id, span_key, telling'),
    runs: runs.map(({ document }) => ({ ...(document as object), formerTicketIds: [] })),
    tickets: tickets.map((row) => ({
      ticketId: row['ticket_id'],
      isUnsettled: row['is_unsettled'],
      events: (row['document'] as { readonly events: unknown }).events,
    })),
    episodes: await rowsOf('SELECT * FROM episode ORDER BY ticket_id, ordinal'),
    handOffs: handOffs.map(({ document }) => ({ ...(document as object), commentId: null })),
  };
}
