import type { TelemetryReader } from '../ports/telemetry-reader';
import { authenticateSender } from '../usecases/authenticate-sender';
import type { Deps } from '../usecases/deps';
import { ingestTelemetry } from '../usecases/ingest-telemetry';
import { bytesOf } from './body-bytes';
import { readProof, type Headers } from './sender-proof';
import { acceptedAnswer, refusalAnswer, type WebTriggerResponse } from './telemetry-answer';
import { answerPost, nameOf } from './web-request';

type TelemetryDeps = Pick<
  Deps,
  'credentials' | 'settings' | 'store' | 'queue' | 'digest' | 'clock' | 'log'
>;

/**
 * Telemetry of agents, sent by anybody who has a credential. Exporters add `/v1/traces` or other paths
 * to the address: all of them lead here.
 */
export const createTelemetryHandler =
  (deps: TelemetryDeps, reader: TelemetryReader) =>
  (payload: unknown): Promise<WebTriggerResponse> =>
    answerPost(
      payload,
      (headers, body) => receive(deps, reader, headers, body),
      (error) => {
        deps.log.error('telemetry.not-taken', { error: nameOf(error), at: placeOf(error) });
      },
    );

async function receive(
  deps: TelemetryDeps,
  reader: TelemetryReader,
  headers: Headers,
  body: string,
): Promise<WebTriggerResponse> {
  const bytes = bytesOf(body);
  if (bytes === null) {
    const remedy = 'gzip does not arrive whole on this site: send without compression';
    return refusalAnswer({ status: 415, field: 'Content-Encoding', remedy });
  }
  const proof = readProof(headers, bytes);
  if ('remedy' in proof) return refusalAnswer({ status: 401, ...proof });
  const authenticated = await authenticateSender(deps, proof);
  if (!authenticated.ok) return refusalAnswer(authenticated.refusal);
  const reading = reader.read({
    body: bytes,
    contentType: headers.get('content-type') ?? null,
    contentEncoding: headers.get('content-encoding') ?? null,
  });
  if (!reading.ok) return refusalAnswer(reading.problem);
  try {
    const ingested = await ingestTelemetry(deps, authenticated.sender, reading.batch);
    return acceptedAnswer(reading.batch, ingested);
  } catch (error) {
    // What was not taken is no replay when it comes again.
    if (authenticated.onceKey !== null) await deps.credentials.forgetOnce(authenticated.onceKey);
    throw error;
  }
}

/** Where it was thrown, without its message. */
const placeOf = (error: unknown): string | null =>
  error instanceof Error
    ? (error.stack
        ?.split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 3)
        .map((line) => line.trim())
        .join(' ') ?? null)
    : null;
