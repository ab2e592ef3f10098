import { nodeDigest } from '../../src/adapters/crypto/node-digest';
import { usageMeter } from '../../src/adapters/forge/usage-counter';
import type { JiraApi, JiraResponse } from '../../src/adapters/jira/jira-api';
import { createJiraChangeReader } from '../../src/adapters/jira/jira-change-reader';
import { createJiraHandOffDesk } from '../../src/adapters/jira/jira-hand-off-desk';
import { createJiraTicketTagger } from '../../src/adapters/jira/jira-ticket-tagger';
import { epochMs } from '../../src/domain/time';
import type { Cache } from '../../src/ports/cache';
import type { ScoreStore } from '../../src/ports/score-store';
import type { RegisteredActor } from '../../src/ports/settings-store';
import type { Deps } from '../../src/usecases/deps';
import type { JiraSite } from '../../sandbox/jira/site';
import { askSite } from './ask-site';

/** The part of Jira's API that handling an event and handing off use, on a simulated site. */
function jiraApiOf(site: JiraSite): JiraApi {
  const ask = (method: string, path: string, json?: unknown): Promise<JiraResponse> =>
    askSite(site, { provider: 'app', accountId: null }, { method, path, json });
  const used: Partial<JiraApi> = {
    listStatuses: () => ask('GET', '/rest/api/3/status'),
    listFields: () => ask('GET', '/rest/api/3/field'),
    readServerInfo: () => ask('GET', '/rest/api/3/serverInfo'),
    readUsers: (ids) =>
      ask('GET', `/rest/api/3/user/bulk?${ids.map((id) => `accountId=${id}`).join('&')}`),
    fetchIssues: (request) => ask('POST', '/rest/api/3/issue/bulkfetch', request),
    listNewestComments: (id, startAt) =>
      ask(
        'GET',
        `/rest/api/3/issue/${id}/comment?orderBy=-created&expand=properties&startAt=${String(startAt)}&maxResults=100`,
      ),
    postComment: (id, comment) => ask('POST', `/rest/api/3/issue/${id}/comment`, comment),
    editIssue: (id, edits) => ask('PUT', `/rest/api/3/issue/${id}`, edits),
    listTransitions: (id) => ask('GET', `/rest/api/3/issue/${id}/transitions`),
    postTransition: (id, transitionId) =>
      ask('POST', `/rest/api/3/issue/${id}/transitions`, { transition: { id: transitionId } }),
    putIssueProperty: (id, value) =>
      ask('PUT', `/rest/api/3/issue/${id}/properties/firstline`, value),
    putIssueProperties: (issues) =>
      ask('POST', '/rest/api/3/issue/properties/multi', {
        issues: issues.map(({ issueId, value }) => ({
          issueID: issueId,
          properties: { firstline: value },
        })),
      }),
    putOutcomeField: (updates) =>
      ask('POST', '/rest/api/3/app/field/value', {
        updates: updates.map((update) => ({ customField: 'ai-outcome', ...update })),
      }),
  };
  return new Proxy(used, {
    get: (target, name): unknown =>
      Reflect.get(target, name) ??
      (() => {
        throw new Error(`${String(name)} is not to be asked on the hot path`);
      }),
  }) as JiraApi;
}

function memoryCache(): Cache {
  const kept = new Map<string, unknown>();
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    getMany: (keys) =>
      Promise.resolve(
        new Map(keys.filter((key) => kept.has(key)).map((key) => [key, kept.get(key)])),
      ),
    set: (key, value) => {
      kept.set(key, value);
      return Promise.resolve();
    },
    setMany: (entries) => {
      for (const [key, value] of entries) kept.set(key, value);
      return Promise.resolve();
    },
  };
}

const unused = (name: string): never =>
  new Proxy(
    {},
    {
      get: (_target, member) => () => {
        throw new Error(`${name}.${String(member)} is not part of this test`);
      },
    },
  ) as never;

/** The app's use cases over a real store and a simulated site, at one fixed moment. */
export function deskDeps(options: {
  readonly store: ScoreStore;
  readonly site: JiraSite;
  readonly nowMs: number;
  readonly actors: readonly RegisteredActor[];
}): Deps {
  const { store, site, nowMs, actors } = options;
  const api = jiraApiOf(site);
  const readHashKey = (): Promise<string> => Promise.resolve('key');
  let marks = 0;
  return {
    store,
    settings: {
      readRegistry: () => Promise.resolve(actors),
      saveRegistry: () => Promise.reject(new Error('not part of this test')),
      readHashKey,
    },
    credentials: unused('credentials'),
    connections: unused('connections'),
    secrets: unused('secrets'),
    pushSecrets: unused('pushSecrets'),
    probe: unused('probe'),
    endpoint: unused('endpoint'),
    pushEndpoint: unused('pushEndpoint'),
    source: unused('source'),
    feed: unused('feed'),
    handOffDesk: createJiraHandOffDesk(api),
    access: unused('access'),
    accounts: unused('accounts'),
    changes: createJiraChangeReader({ api, cache: memoryCache(), readHashKey }),
    tagger: createJiraTicketTagger(api),
    queue: { push: () => Promise.resolve() },
    cache: memoryCache(),
    clock: { now: () => epochMs(nowMs) },
    digest: nodeDigest,
    meter: usageMeter,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    newMark: () => `mark-${(marks += 1)}`,
    newSecret: () => `secret-${(marks += 1)}`,
  };
}
