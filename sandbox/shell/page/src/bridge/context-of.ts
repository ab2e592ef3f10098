import type { FrameHost } from './frame-host';

/** The bridge's `FullContext`, as the platform gives it to a panel. */
export function contextOf({ session, module, localId, extension }: FrameHost): object {
  const { api, state, colorMode } = session;
  return {
    accountId: api.accountId,
    cloudId: 'sandbox-cloud-id',
    environmentId: 'sandbox-environment',
    environmentType: 'DEVELOPMENT',
    extension,
    localId,
    locale: navigator.language,
    moduleKey: module.key,
    siteUrl: location.origin,
    timezone: state.timeZone,
    theme: { colorMode },
  };
}
