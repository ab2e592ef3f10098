import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { getAppContext } from '@forge/api';

import { createAccountIdsBySource } from './adapters/by-source/account-ids-by-source';
import { createDeskAccessBySource } from './adapters/by-source/desk-access-by-source';
import { createHandOffDeskBySource } from './adapters/by-source/hand-off-desk-by-source';
import { createTicketSourceBySource } from './adapters/by-source/ticket-source-by-source';
import { createTicketTaggerBySource } from './adapters/by-source/ticket-tagger-by-source';
import { nodeDigest } from './adapters/crypto/node-digest';
import { createConsoleLogger } from './adapters/forge/console-logger';
import { createForgeJiraApi } from './adapters/forge/forge-jira-api';
import { createForgeJobQueue } from './adapters/forge/forge-job-queue';
import { createForgeEndpoint } from './adapters/forge/forge-endpoint';
import { kvsCache } from './adapters/forge/kvs/kvs-cache';
import { createKvsCredentialStore } from './adapters/forge/kvs/kvs-credential-store';
import { kvsPushSecrets } from './adapters/forge/kvs/kvs-push-secrets';
import { kvsServiceNowConnections } from './adapters/forge/kvs/kvs-service-now-connections';
import { createKvsServiceNowSecrets } from './adapters/forge/kvs/kvs-service-now-secrets';
import { createKvsSettingsStore } from './adapters/forge/kvs/kvs-settings-store';
import { createForgeDatabase } from './adapters/forge/sql/forge-database';
import { migrateForgeSql } from './adapters/forge/sql/migrate';
import { createSqlScoreStore } from './adapters/forge/sql/sql-score-store';
import { usageMeter } from './adapters/forge/usage-counter';
import { createJiraAccountIds } from './adapters/jira/jira-account-ids';
import { createJiraChangeReader } from './adapters/jira/jira-change-reader';
import { createJiraDeskAccess } from './adapters/jira/jira-desk-access';
import { createJiraHandOffDesk } from './adapters/jira/jira-hand-off-desk';
import { createJiraTicketSource } from './adapters/jira/jira-ticket-source';
import { createJiraTicketTagger } from './adapters/jira/jira-ticket-tagger';
import { createRequestAllowance } from './adapters/servicenow/client/request-allowance';
import { createServiceNow } from './adapters/servicenow/create-service-now';
import { createInstanceProbe } from './adapters/servicenow/instance-probe';
import { createServiceNowDeskAccess } from './adapters/servicenow/service-now-desk-access';
import { createTelemetryReader } from './adapters/telemetry/telemetry-reader';
import { epochMs } from './domain/time';
import { createDeskKpisAction, createRecordOutcomeAction } from './entrypoints/agent-action';
import { createJobHandler } from './entrypoints/job';
import { createResolver } from './entrypoints/resolver';
import { createPushHandler } from './entrypoints/push-webtrigger';
import { createPollHandler, createSyncHandler } from './entrypoints/scheduled';
import { createTelemetryHandler } from './entrypoints/telemetry-webtrigger';
import { createTicketEventHandler } from './entrypoints/ticket-event';
import { createTicketStatusHandler } from './entrypoints/ticket-status';
import type { Clock } from './ports/clock';
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
const clock: Clock = { now: () => epochMs(Date.now()) };
// eslint-disable-next-line no-console -- the platform's log is the console
const log = createConsoleLogger((line) => console.log(line));

const patience = { clock, pause: (ms: number) => pause(ms), random: () => Math.random(), log };
const secrets = createKvsServiceNowSecrets();
const credentials = createKvsCredentialStore();
const serviceNow = createServiceNow({
  ...patience,
  connections: kvsServiceNowConnections,
  secrets,
  leases: credentials,
  cache: kvsCache,
  readHashKey: () => settings.readHashKey(),
  // Of all that a container serves: it is the platform's limit of one invocation, and a gentle one.
  allowance: createRequestAllowance({ clock, perMinute: 100 }),
});

const deps: Deps = {
  store,
  settings,
  credentials,
  connections: kvsServiceNowConnections,
  secrets,
  pushSecrets: kvsPushSecrets,
  probe: createInstanceProbe(patience),
  endpoint: createForgeEndpoint('telemetry'),
  pushEndpoint: createForgeEndpoint('servicenow'),
  source: createTicketSourceBySource({
    jira: createJiraTicketSource(jiraDeps),
    servicenow: serviceNow.source,
  }),
  feed: serviceNow.feed,
  changes: createJiraChangeReader(jiraDeps),
  tagger: createTicketTaggerBySource({
    jira: createJiraTicketTagger(jira),
    servicenow: serviceNow.tagger,
  }),
  handOffDesk: createHandOffDeskBySource({
    jira: createJiraHandOffDesk(jira),
    servicenow: serviceNow.handOffDesk,
  }),
  access: createDeskAccessBySource({
    jira: jiraAccess,
    servicenow: createServiceNowDeskAccess({
      jira: jiraAccess,
      api: jira,
      connections: kvsServiceNowConnections,
      tickets: store,
    }),
  }),
  accounts: createAccountIdsBySource({
    jira: createJiraAccountIds(jiraDeps),
    servicenow: serviceNow.accounts,
  }),
  queue: createForgeJobQueue(),
  cache: kvsCache,
  clock,
  digest: nodeDigest,
  meter: usageMeter,
  log,
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
export const push = createPushHandler(deps);
export const poll = createPollHandler(deps, budget);
