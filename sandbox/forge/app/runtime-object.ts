import type { Manifest } from '../manifest-schema';

import { backendAddresses } from './egress';
import type { Invocation } from './invocation';
import { bareAppId, SITE } from './site';

const NO_TIMER = { measure: () => ({ stop: () => undefined }) };
const NO_COUNTER = {
  incr: () => undefined,
  incrBy: () => undefined,
  decr: () => undefined,
  decrBy: () => undefined,
};
/** The SDKs report to it without asking whether it is there. */
const NO_METRICS = {
  counter: () => NO_COUNTER,
  timing: () => NO_TIMER,
  gauge: () => ({ set: () => undefined }),
};

/** What the SDKs find as `__forge_runtime__` during an invocation. */
export function createRuntimeObject(manifest: Manifest, invocation: Invocation): object {
  return {
    proxy: { token: 'sandbox-token', url: 'https://sandbox.invalid' },
    contextAri: SITE.installContext,
    container: { region: 'sandbox', runtime: manifest.app.runtime.name },
    appContext: {
      appId: bareAppId(manifest.app.id),
      appVersion: SITE.appVersion,
      environmentId: SITE.environmentId,
      environmentType: SITE.environmentType,
      invocationId: invocation.id,
      installationId: SITE.installationId,
      functionKey: invocation.functionKey,
      moduleType: invocation.moduleType,
      moduleKey: invocation.moduleKey,
      installation: { ari: SITE.installationId, contexts: [SITE.installContext] },
      permissions: {
        scopes: manifest.permissions.scopes,
        external: { fetch: { backend: backendAddresses(manifest) } },
      },
    },
    ...(invocation.accountId === null ? {} : { aaid: invocation.accountId }),
    lambdaContext: {
      awsRequestId: invocation.id,
      getRemainingTimeInMillis: () => Math.max(0, invocation.timeoutMs - invocation.elapsedMs()),
    },
    tracing: { traceId: invocation.id, spanId: invocation.id },
    realtime: {},
    metrics: NO_METRICS,
    featureFlags: () => false,
  };
}
