import { z } from 'zod';

import type { Manifest } from '../../forge/manifest';
import { JiraFault } from '../../jira/fault';
import { route } from '../../jira/rest/router';
import { scopeOf } from '../../jira/rest/scopes';
import type { FetchAnswer, ShellModule, StatusAnswer } from '../shell-api';
import type { ShellWorld } from '../shell-world';
import { statusFunctionOf } from './modules';
import type { Route } from './route';

const extensionSchema = z.record(z.string(), z.unknown());
const invokeSchema = z.object({
  key: z.string(),
  payload: z.unknown(),
  moduleKey: z.string(),
  extension: extensionSchema,
});
const egressSchema = z.object({
  domains: z
    .array(z.url({ protocol: /^https$/ }))
    .min(1)
    .max(10),
});
const statusSchema = z.object({ moduleKey: z.string(), extension: extensionSchema });
const fetchSchema = z.object({
  path: z.string().startsWith('/rest/'),
  method: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().nullable(),
});
/** What Jira can show of an answer to `dynamicProperties`: here, lozenges alone. */
const dynamicSchema = z.object({
  status: z.object({
    type: z.literal('lozenge'),
    value: z.object({
      label: z.string().min(1),
      type: z
        .enum(['default', 'inprogress', 'moved', 'new', 'removed', 'success'])
        .default('default'),
    }),
  }),
});

/** What the page asks for a panel, always as the person at the screen. */
export function bridgeRoutes(
  { world, manifest }: ShellWorld,
  modules: readonly ShellModule[],
): readonly Route[] {
  const { site, host } = world;
  const moduleOf = (key: string): ShellModule => {
    const module = modules.find((each) => each.key === key);
    if (module === undefined) throw new JiraFault(404, `moduleKey: no module ${key}`);
    return module;
  };

  return [
    {
      method: 'POST',
      path: /^\/api\/bridge\/invoke$/,
      async handle({ accountId, body }) {
        const { key, payload, moduleKey, extension } = invokeSchema.parse(body);
        const value = await host.invokeResolver({
          functionKey: 'resolver',
          key,
          payload,
          accountId,
          moduleKey,
          moduleType: moduleOf(moduleKey).type,
          extension,
        });
        return { value: value ?? null };
      },
    },
    {
      method: 'POST',
      path: /^\/api\/bridge\/status$/,
      async handle({ accountId, body }): Promise<StatusAnswer> {
        const { moduleKey, extension } = statusSchema.parse(body);
        const { type } = moduleOf(moduleKey);
        const declared = manifest.modules[type]?.find(({ key }) => key === moduleKey);
        const functionKey = declared === undefined ? null : statusFunctionOf(declared);
        if (functionKey === null) return { status: null };
        const payload = { extension: { ...extension, type } };
        const answer = dynamicSchema.safeParse(
          await host.invokeForPerson({
            functionKey,
            payload,
            accountId,
            moduleKey,
            moduleType: type,
          }),
        );
        if (!answer.success) return { status: null };
        const { label, type: appearance } = answer.data.status.value;
        return { status: { label, appearance } };
      },
    },
    {
      method: 'POST',
      path: /^\/api\/bridge\/egress$/,
      handle({ accountId, body }) {
        if (!site.reading.isSiteAdmin(accountId)) {
          throw new JiraFault(403, 'Only administrators let an app reach other domains.');
        }
        for (const domain of egressSchema.parse(body).domains) host.approveEgress(domain);
        return {};
      },
    },
    {
      method: 'POST',
      path: /^\/api\/bridge\/fetch$/,
      async handle({ accountId, body }): Promise<FetchAnswer> {
        const { path, method, headers, body: text } = fetchSchema.parse(body);
        const scope = missingScope(manifest, method, path);
        if (scope !== null) return scopeRefusal(scope);
        const { response } = site.handle({
          method,
          path,
          headers: new Headers(headers),
          body: text,
          caller: { provider: 'user', accountId },
          isFromPanel: true,
        });
        return {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: await response.text(),
        };
      },
    },
  ];
}

/** A scope that the manifest lacks for a request; null when it may go on, if only to a 404. */
function missingScope({ permissions }: Manifest, method: string, path: string): string | null {
  const { pathname } = new URL(path, 'http://site');
  try {
    const scope = scopeOf(method, route(method, pathname).endpoint.template);
    return scope === null || permissions.scopes.includes(scope) ? null : scope;
  } catch (error) {
    if (error instanceof JiraFault) return null;
    throw error;
  }
}

/** The platform's words, with the scope that is missing, which it keeps to itself. */
const scopeRefusal = (scope: string): FetchAnswer => ({
  status: 401,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ code: 401, message: `Unauthorized; scope does not match (${scope})` }),
});
