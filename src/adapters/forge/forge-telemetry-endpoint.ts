import { webTrigger } from '@forge/api';

import type { TelemetryEndpoint } from '../../ports/telemetry-endpoint';

/** Key of the web trigger in the manifest. */
const TRIGGER_KEY = 'telemetry';

/** The installation's web trigger. Its address is public, what it takes is not: see credentials. */
export const forgeTelemetryEndpoint: TelemetryEndpoint = {
  address: () =>
    webTrigger.getUrl(TRIGGER_KEY).then(
      (url) => url,
      // The rest of administration does not wait for an address.
      () => null,
    ),
};
