import { EgressFilteringService } from '@forge/egress';

import type { Manifest } from '../manifest-schema';

export type OutboundFetch = (input: string, init?: RequestInit) => Promise<Response>;

/** Addresses of `permissions.external.fetch.backend`. */
export function backendAddresses(manifest: Manifest): readonly string[] {
  const backend = manifest.permissions.external?.fetch?.backend ?? [];
  return backend.map((each) => (typeof each === 'string' ? each : each.address));
}

/**
 * The app's `fetch`: refuses what the manifest does not allow, as the platform does.
 *
 * @param outbound - where allowed requests go
 * @param approved - what an administrator has let it reach besides, now
 */
export function createEgressFetch(
  manifest: Manifest,
  outbound: OutboundFetch,
  approved: ReadonlySet<string> = new Set(),
): (input: string | URL | Request, init?: RequestInit) => Promise<Response> {
  const declared = backendAddresses(manifest);
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const filter = new EgressFilteringService([...declared, ...approved]);
    if (!filter.isValidUrl(url)) throw new EgressNotAllowedError(url);
    return outbound(url, init ?? (input instanceof Request ? input : undefined));
  };
}

/** Reads like the platform's error of the same name. */
export class EgressNotAllowedError extends Error {
  readonly status = 403;

  constructor(url: string) {
    super(
      `URL not included in the external fetch backend permissions: ${url}. ` +
        'Add its host to permissions.external.fetch.backend of the manifest.',
    );
    this.name = 'REQUEST_EGRESS_ALLOWLIST_ERR';
  }
}
