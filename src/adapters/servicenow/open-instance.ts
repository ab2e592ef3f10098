import { err, ok, type Result } from '../../domain/app-error';
import type {
  ServiceNowConnection,
  ServiceNowConnections,
} from '../../ports/service-now-connections';
import type { ServiceNowApi } from './client/service-now-api';
import type { IncidentReaderDeps, OpenInstance } from './incident/snapshots-of';

export interface InstanceDeps extends IncidentReaderDeps {
  readonly connections: ServiceNowConnections;
  readonly openApi: (connection: ServiceNowConnection) => ServiceNowApi;
}

/** The connected instance, or a refusal: without a connection nobody is asked anything. */
export async function openInstance({
  connections,
  openApi,
}: InstanceDeps): Promise<Result<OpenInstance>> {
  const connection = await connections.read();
  if (connection === null) return NOT_CONNECTED;
  return ok({ connection, api: openApi(connection) });
}

const NOT_CONNECTED = err({
  kind: 'source-refused',
  source: 'servicenow',
  refusal: 'credentials',
  subject: null,
});
