import { z } from 'zod';

import { currentInvocation, type Invocation } from './app/invocation';
import type { ForgeFetch } from './app/load-app';
import { endpointTemplate } from './endpoint-template';
import type { EventsApi } from './events/events-api';
import type { KvsApi } from './kvs/kvs-api';
import { PlatformError } from './platform-error';
import type { Product, ProductCaller } from './product';
import type { SqlApi } from './sql/sql-api';
import type { WebTriggerApi } from './web-triggers/web-trigger-api';

const metaSchema = z.object({
  type: z.string(),
  provider: z.enum(['app', 'user', 'none']).optional(),
  remote: z.string().optional(),
  accountId: z.string().optional(),
});
type Meta = z.infer<typeof metaSchema>;

export interface ForgeServices {
  readonly product: Product;
  readonly kvs: KvsApi;
  /** Null without a `sql` module in the manifest. */
  readonly sql: SqlApi | null;
  readonly events: EventsApi;
  readonly webTriggers: WebTriggerApi;
}

/** The one seam between the SDKs and the platform. */
export function createForgeFetch(services: ForgeServices): ForgeFetch {
  return async (rawMeta, path, init = {}) => {
    const invocation = currentInvocation.getStore();
    if (invocation === undefined) {
      throw new Error(`${path} was called outside an invocation: call it in a handler`);
    }
    if (invocation.hasEnded) {
      throw new Error(`${path} was called after its invocation had ended: await all work`);
    }
    const meta = metaSchema.parse(rawMeta);
    try {
      return await route(services, invocation, meta, path, init);
    } catch (error) {
      if (error instanceof PlatformError) return error.toResponse();
      throw error;
    }
  };
}

async function route(
  services: ForgeServices,
  invocation: Invocation,
  meta: Meta,
  path: string,
  init: RequestInit,
): Promise<Response> {
  if (meta.remote === 'kvs' || meta.type === 'kvs') {
    return services.kvs.handle(path, JSON.parse((await bodyOf(init)) ?? 'null'));
  }
  if (meta.remote === 'sql') {
    if (services.sql !== null) return services.sql.handle(path, (await bodyOf(init)) ?? 'null');
    throw new PlatformError(403, 'APP_NOT_ENABLED', 'Declare a sql module in the manifest');
  }
  if (meta.remote === 'stargate') {
    const body = (await bodyOf(init)) ?? 'null';
    const answer = services.events.handle(path, body) ?? services.webTriggers.handle(path, body);
    if (answer !== null) return answer;
  }
  if (meta.remote === 'jira') return requestProduct(services.product, invocation, meta, path, init);
  const target = `${meta.type} ${meta.provider ?? ''} ${meta.remote ?? ''} ${path}`;
  throw new PlatformError(501, 'NOT_SUPPORTED', `The sandbox does not simulate: ${target}`);
}

async function requestProduct(
  product: Product,
  invocation: Invocation,
  meta: Meta,
  path: string,
  init: RequestInit,
): Promise<Response> {
  const caller = callerOf(meta, invocation);
  if (caller === null) return needsAuthentication();
  const method = init.method ?? 'GET';
  const { response, points } = await product.handle({
    method,
    path,
    headers: new Headers(init.headers),
    body: await bodyOf(init),
    caller,
  });
  invocation.meter.rest(endpointTemplate(method, path), points);
  return response;
}

/** Null for `asUser()` where no person acts. */
function callerOf(meta: Meta, invocation: Invocation): ProductCaller | null {
  const provider = meta.provider ?? 'none';
  if (provider !== 'user') return { provider, accountId: null };
  const accountId = meta.accountId ?? invocation.accountId;
  return accountId === null ? null : { provider, accountId };
}

/** The SDK turns this header into its NeedsAuthenticationError. */
const needsAuthentication = (): Response =>
  new Response(null, {
    status: 401,
    headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' },
  });

async function bodyOf({ body }: RequestInit): Promise<string | null> {
  if (body === undefined || body === null) return null;
  return typeof body === 'string' ? body : new Response(body).text();
}
