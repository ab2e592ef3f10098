import { ManualClock } from '../../../sandbox/clock';
import type { ProductEvent } from '../../../sandbox/forge/product';
import { createJiraSite, type JiraSiteOptions } from '../../../sandbox/jira/site';

export const START_MS = Date.parse('2026-03-02T09:00:00Z');
export const APP = 'app-firstline';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly points: number;
  /** Parsed; null without a body. */
  readonly body: unknown;
}

export interface Asked {
  /** Account id; null asks as the app. */
  readonly as?: string | null;
  readonly body?: unknown;
}

/** Two desks and a software project, with an agent, an AI agent, an admin and customers. */
export function aSite(limits: NonNullable<JiraSiteOptions['limits']> = {}) {
  const clock = new ManualClock(START_MS);
  const site = createJiraSite({
    clock,
    cloudId: 'cloud-1',
    baseUrl: 'https://acme.atlassian.net',
    appAccountId: APP,
    timeZone: 'Australia/Sydney',
    limits,
  });
  site.addUser({ accountId: 'ada', accountType: 'atlassian', displayName: 'Ada', timeZone: 'UTC' });
  site.addUser({ accountId: 'bot', accountType: 'app', displayName: 'Help Bot' });
  site.addUser({ accountId: 'root', accountType: 'atlassian', displayName: 'Root' });
  site.addUser({ accountId: 'cleo', accountType: 'customer', displayName: 'Cleo' });
  site.addUser({ accountId: 'carl', accountType: 'customer', displayName: 'Carl' });
  site.addSiteAdmin('root');
  const requestTypes = [
    { name: 'Get IT help', issueType: '[System] Service request' },
    { name: 'Report a fault', issueType: '[System] Incident' },
  ];
  const people = { agents: ['ada', 'bot'], admins: [], customers: ['cleo', 'carl'] };
  const itHelp = site.addProject({ key: 'ITH', name: 'IT Help', requestTypes, ...people });
  site.addProject({
    key: 'HR',
    name: 'People',
    requestTypes: [{ name: 'Ask HR', issueType: '[System] Service request' }],
    agents: [],
    admins: ['root'],
    customers: ['cleo'],
  });
  site.addProject({
    key: 'DEV',
    name: 'Development',
    projectTypeKey: 'software',
    requestTypes: [],
    agents: ['ada'],
    admins: [],
    customers: [],
  });
  site.installAppModules({
    fields: [
      {
        moduleKey: 'outcome-field',
        key: 'ari:cloud:ecosystem::extension/a/e/static/outcome-field',
        name: 'AI outcome',
        type: 'string',
      },
    ],
    properties: [
      {
        propertyKey: 'firstline',
        values: [
          { path: 'outcome', type: 'string', searchAlias: 'aiOutcome' },
          { path: 'confidence', type: 'number', searchAlias: 'aiConfidence' },
        ],
      },
    ],
  });
  const events: ProductEvent[] = [];
  site.onEvent((event) => events.push(event));

  /** Sends a request, as the app unless told otherwise. */
  const ask = async (method: string, path: string, asked: Asked = {}): Promise<Answer> => {
    const { as = null, body } = asked;
    const { response, points } = site.handle({
      method,
      path,
      headers: new Headers(),
      body: body === undefined ? null : JSON.stringify(body),
      caller: { provider: as === null ? 'app' : 'user', accountId: as },
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, headers: response.headers, points, body: parsed };
  };

  /** A request of Cleo's to the IT desk. */
  const aRequest = (summary = 'Printer is on fire', priority = 'High') =>
    site.createIssue({ by: 'cleo', project: 'ITH', requestType: 'Get IT help', summary, priority });

  return { site, clock, events, ask, aRequest, itHelp };
}

/** Keys that a JQL query finds, in order. */
export async function keysOf(
  ask: ReturnType<typeof aSite>['ask'],
  jql: string,
  as: string | null = null,
): Promise<readonly string[]> {
  const { status, body } = await ask('POST', '/rest/api/3/search/jql', {
    as,
    body: { jql, fields: ['key'], maxResults: 100 },
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return (body as { issues: { key: string }[] }).issues.map(({ key }) => key);
}
