/** Where a token will stand. */
export const TOKEN_PLACE = '<token>';

/**
 * What an OpenTelemetry exporter is told, as lines of an environment. A header's value is written as in
 * an address, so its blank is `%20`.
 */
export const exporterSettings = (endpoint: string, token: string): string =>
  [
    `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=${endpoint}`,
    'OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/json',
    `OTEL_EXPORTER_OTLP_TRACES_HEADERS=Authorization=Bearer%20${token}`,
  ].join('\n');
