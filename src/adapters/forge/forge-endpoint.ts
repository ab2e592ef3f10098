import { webTrigger } from '@forge/api';

import type { TelemetryEndpoint } from '../../ports/telemetry-endpoint';

/**
 * One of the installation's web triggers. Its address is public, what it takes is not.
 *
 * @param triggerKey - of the manifest
 */
export const createForgeEndpoint = (triggerKey: string): TelemetryEndpoint => ({
  address: () =>
    webTrigger.getUrl(triggerKey).then(
      (url) => url,
      // The rest of administration does not wait for an address.
      () => null,
    ),
});
