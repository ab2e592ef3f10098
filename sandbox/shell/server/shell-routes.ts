import { z } from 'zod';

import type {
  Dashboard,
  IssueDetail,
  IssueSearch,
  ModulePlace,
  QueueIssue,
  QueueList,
  QueueView,
  ShellModule,
  ShellState,
} from '../shell-api';
import type { ShellWorld } from '../shell-world';
import { bridgeRoutes } from './bridge-routes';
import { instanceRoutes } from './instance-routes';
import { toIssueDetail, toQueueIssue } from './issue-views';
import { toMeterView } from './meter-view';
import { mayOpenApps, modulePlace } from './module-place';
import { notFound } from './not-found';
import type { Route } from './route';
import { windowOf } from './window-of';

export interface RoutesOptions {
  readonly shell: ShellWorld;
  readonly panelOrigin: string;
  readonly modules: readonly ShellModule[];
}

const actSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('comment'),
    body: z.string().min(1).max(10_000),
    isPublic: z.boolean(),
  }),
  z.object({ kind: z.literal('move'), to: z.string() }),
  z.object({ kind: z.literal('assign'), accountId: z.string().nullable() }),
]);
const clockSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('speed'), perSecond: z.number().min(0).max(100_000) }),
  z.object({
    kind: z.literal('jump'),
    ms: z
      .number()
      .min(0)
      .max(31 * 86_400_000),
  }),
]);
const dashboardSchema = z.object({
  gadgets: z.array(
    z.object({
      id: z.string(),
      moduleKey: z.string(),
      configuration: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
});
/** What the page may ask; see `shell-api.ts`. */
export function shellRoutes({ shell, panelOrigin, modules }: RoutesOptions): readonly Route[] {
  const { world, live } = shell;
  const { site } = world;
  const dashboards = new Map<string, Dashboard>();
  let changedIncidents = 0;
  for (const instance of world.serviceNow) instance.onChange(() => (changedIncidents += 1));

  const state = (accountId: string): ShellState => ({
    nowMs: live.nowMs(),
    speed: live.speed(),
    siteName: shell.siteName,
    timeZone: shell.timeZone,
    users: shell.users,
    projects: site.reading.listProjects(accountId).map(({ key, name }) => ({
      key,
      name,
      mayAdminister: site.reading.permissions(accountId, key).has('ADMINISTER_PROJECTS'),
    })),
    isSiteAdmin: site.reading.isSiteAdmin(accountId),
    mayOpenApps: mayOpenApps(site, accountId),
    panelOrigin,
    modules,
    instances: world.serviceNow.map(({ host }) => host),
    revision: site.revision + changedIncidents,
    statuses: site.reading.listStatuses().map(({ name, category }) => ({ name, category })),
  });
  const issue = (key: string, accountId: string): IssueDetail => {
    const view = site.reading.readIssue(key, accountId);
    if (view === null) throw notFound();
    return toIssueDetail(site, view, accountId);
  };
  const rowsOf = (
    issues: readonly { readonly key: string }[],
    accountId: string,
  ): readonly QueueIssue[] =>
    issues.flatMap(({ key }) => {
      const view = site.reading.readIssue(key, accountId);
      return view === null ? [] : [toQueueIssue(site, view)];
    });

  return [
    { method: 'GET', path: /^\/api\/state$/, handle: ({ accountId }) => state(accountId) },
    {
      method: 'POST',
      path: /^\/api\/clock$/,
      async handle({ accountId, body }) {
        const command = clockSchema.parse(body);
        if (command.kind === 'speed') live.setSpeed(command.perSecond);
        else await live.jumpMs(command.ms);
        return state(accountId);
      },
    },
    {
      method: 'GET',
      path: /^\/api\/projects\/([^/]+)\/queues$/,
      handle: ({ accountId }, [project = '']): QueueList => ({
        queues: site.reading
          .listQueues(project, accountId)
          .map(({ id, name, issueCount }) => ({ id, name, issueCount })),
      }),
    },
    {
      method: 'GET',
      path: /^\/api\/projects\/([^/]+)\/queues\/([^/]+)$/,
      handle({ accountId, query }, [project = '', queueId = '']): QueueView {
        const queue = site.reading.listQueues(project, accountId).find(({ id }) => id === queueId);
        if (queue === undefined) throw notFound();
        const page = site.reading.queueIssues({ project, queueId, accountId }, windowOf(query));
        return {
          name: queue.name,
          jql: queue.jql,
          total: page.total,
          issues: rowsOf(page.issues, accountId),
        };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/search$/,
      handle({ accountId, query }): IssueSearch {
        const jql = query.get('jql') ?? '';
        const { issues, total } = site.reading.search({ jql, accountId }, windowOf(query));
        return { total, issues: rowsOf(issues, accountId) };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/modules\/([^/]+)\/place$/,
      handle({ accountId, query }, [key = '']): ModulePlace {
        const module = modules.find((each) => each.key === key);
        return modulePlace(site, module, { accountId, project: query.get('project') ?? '' });
      },
    },
    {
      method: 'GET',
      path: /^\/api\/issues\/([^/]+)$/,
      handle: ({ accountId }, [key = '']) => issue(key, accountId),
    },
    {
      method: 'POST',
      path: /^\/api\/issues\/([^/]+)\/act$/,
      handle({ accountId: by, body }, [key = '']) {
        const act = actSchema.parse(body);
        const on = { by, issue: key };
        if (act.kind === 'comment') site.addComment({ ...on, ...act });
        if (act.kind === 'move') site.transition({ ...on, to: act.to });
        if (act.kind === 'assign') site.assign({ ...on, assignee: act.accountId });
        return issue(key, by);
      },
    },
    {
      method: 'GET',
      path: /^\/api\/dashboard$/,
      handle: ({ accountId }): Dashboard => dashboards.get(accountId) ?? { gadgets: [] },
    },
    {
      method: 'PUT',
      path: /^\/api\/dashboard$/,
      handle({ accountId, body }) {
        const dashboard = dashboardSchema.parse(body);
        dashboards.set(accountId, dashboard);
        return dashboard;
      },
    },
    { method: 'GET', path: /^\/api\/meter$/, handle: () => toMeterView(shell) },
    ...instanceRoutes(world.serviceNow),
    ...bridgeRoutes(shell, modules),
  ];
}
