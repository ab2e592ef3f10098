/** Where agents send their telemetry. */
export interface TelemetryEndpoint {
  /** An https address, the same each time; null when the platform gives none. */
  address(): Promise<string | null>;
}
