import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { getAppContext } from '@forge/api';

import { nodeDigest } from './adapters/crypto/node-digest';
import { createConsoleLogger } from './adapters/forge/console-logger';
import { createForgeJiraApi } from './adapters/forge/forge-jira-api';
import { createForgeJobQueue } from './adapters/forge/forge-job-queue';
import { forgeTelemetryEndpoint } from './adapters/forge/forge-telemetry-endpoint';
import { kvsCache } from './adapters/forge/kvs/kvs-cache';
import { createKvsCredentialStore } from './adapters/forge/kvs/kvs-credential-store';
import { kvsServiceNowConnections } from './adapters/forge/kvs/kvs-service-now-connections';
import { createKvsSettingsStore } from './adapters/forge/kvs/kvs-settings-store';
import { createForgeDatabase } from './adapters/forge/sql/forge-database';
import { migrateForgeSql } from './adapters/forge/sql/migrate';
import { createSqlScoreStore } from './adapters/forge/sql/sql-score-store';
import { usageMeter } from './adapters/forge/usage-counter';
import { joinDeskAccess } from './adapters/join-desk-access';
import { createJiraAccountIds } from './adapters/jira/jira-account-ids';
import { createJiraChangeReader } from './adapters/jira/jira-change-reader';
import { createJiraDeskAccess } from './adapters/jira/jira-desk-access';
import { createJiraHandOffDesk } from './adapters/jira/jira-hand-off-desk';
import { createJiraTicketSource } from './adapters/jira/jira-ticket-source';
import { createJiraTicketTagger } from './adapters/jira/jira-ticket-tagger';
import { createServiceNowDeskAccess } from './adapters/servicenow/service-now-desk-access';
import { createTelemetryReader } from './adapters/telemetry/telemetry-reader';
import { epochMs } from './domain/time';
import { createDeskKpisAction, createRecordOutcomeAction } from './entrypoints/agent-action';
import { createJobHandler } from './entrypoints/job';
import { createResolver } from './entrypoints/resolver';
import { createSyncHandler } from './entrypoints/scheduled';
import { createTelemetryHandler } from './entrypoints/telemetry-webtrigger';
import { createTicketEventHandler } from './entrypoints/ticket-event';
import { createTicketStatusHandler } from './entrypoints/ticket-status';
import type { Deps } from './usecases/deps';

// The composition root: the one place where ports meet the platform. No adapter holds anything of a
// tenant; containers are shared between them.
const jira = createForgeJiraApi();
const settings = createKvsSettingsStore(() => randomUUID() + randomUUID());
const jiraDeps = { api: jira, cache: kvsCache, readHashKey: () => settings.readHashKey() };

const jiraAccess = createJiraDeskAccess(jira);
const store = createSqlScoreStore(
  createForgeDatabase((ms) => pause(ms)),
  nodeDigest,
  migrateForgeSql,
);

const deps: Deps = {
  store,
  settings,
  credentials: createKvsCredentialStore(),
  connections: kvsServiceNowConnections,
  endpoint: forgeTelemetryEndpoint,
  source: createJiraTicketSource(jiraDeps),
  changes: createJiraChangeReader(jiraDeps),
  tagger: createJiraTicketTagger(jira),
  handOffDesk: createJiraHandOffDesk(jira),
  access: joinDeskAccess({
    jira: jiraAccess,
    serviceNow: createServiceNowDeskAccess({
      jira: jiraAccess,
      api: jira,
      connections: kvsServiceNowConnections,
      tickets: store,
    }),
  }),
  accounts: createJiraAccountIds(jiraDeps),
  queue: createForgeJobQueue(),
  cache: kvsCache,
  clock: { now: () => epochMs(Date.now()) },
  digest: nodeDigest,
  meter: usageMeter,
  // eslint-disable-next-line no-console -- the platform's log is the console
  log: createConsoleLogger((line) => console.log(line)),
  newMark: () => randomUUID(),
  newSecret: () => randomBytes(32).toString('base64url'),
};

const budget = { remainingMs: () => getAppContext().invocationRemainingTimeInMillis() };

export const resolver = createResolver(deps);
export const ticketEvent = createTicketEventHandler(deps);
export const ticketStatus = createTicketStatusHandler(deps);
export const installed = createSyncHandler(deps);
export const hourly = createSyncHandler(deps);
export const recordOutcome = createRecordOutcomeAction(deps);
export const deskKpis = createDeskKpisAction(deps);
export const jobs = createJobHandler(deps, budget);
export const telemetry = createTelemetryHandler(deps, createTelemetryReader());
