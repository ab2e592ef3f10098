/** Where others send what they have to tell: agents their telemetry, an instance of ServiceNow its changes. */
export interface TelemetryEndpoint {
  /** An https address, the same each time; null when the platform gives none. */
  address(): Promise<string | null>;
}
