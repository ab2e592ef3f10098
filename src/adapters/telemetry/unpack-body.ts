import { gunzipSync } from 'node:zlib';

import type { UnreadableBody } from '../../ports/telemetry-reader';

/** Bytes of a body as it is sent, and as it is once unpacked. */
export const MOST_BODY_BYTES = 5_000_000;
export const MOST_UNPACKED_BYTES = 10 * 1_048_576;

export interface Body {
  readonly body: Uint8Array;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
}

/** The text of a JSON body. */
export function unpackBody(
  request: Body,
):
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: UnreadableBody } {
  if (!isJsonType(request.contentType ?? '')) {
    return problem(415, 'Content-Type', 'application/json; protobuf is not read');
  }
  const encoding = (request.contentEncoding ?? '').trim().toLowerCase();
  if (!['', 'identity', 'gzip', 'x-gzip'].includes(encoding)) {
    return problem(415, 'Content-Encoding', 'gzip or none');
  }
  if (request.body.byteLength > MOST_BODY_BYTES) return tooLarge(MOST_BODY_BYTES);
  const unpacked = encoding.endsWith('gzip') ? gunzip(request.body) : request.body;
  if (unpacked === 'too-large') return tooLarge(MOST_UNPACKED_BYTES);
  if (unpacked === 'no-gzip') {
    return problem(
      422,
      'Content-Encoding',
      'the body is no gzip: send it whole, or without compression',
    );
  }
  try {
    return { ok: true, text: UTF_8.decode(unpacked) };
  } catch {
    const isPacked = unpacked[0] === 0x1f && unpacked[1] === 0x8b;
    return isPacked
      ? problem(422, 'Content-Encoding', 'the body is gzip: say so')
      : problem(422, 'body', 'JSON in UTF-8');
  }
}

function gunzip(body: Uint8Array): Uint8Array | 'too-large' | 'no-gzip' {
  try {
    return gunzipSync(body, { maxOutputLength: MOST_UNPACKED_BYTES });
  } catch (error) {
    const isTooLarge =
      error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? 'too-large' : 'no-gzip';
  }
}

const problem = (
  status: UnreadableBody['status'],
  field: string,
  remedy: string,
): { readonly ok: false; readonly problem: UnreadableBody } => ({
  ok: false,
  problem: { status, field, remedy },
});

const tooLarge = (bytes: number) =>
  problem(413, 'body', `at most ${bytes} bytes: send several smaller batches`);

/** With parameters, of which no charset but UTF-8 is JSON. */
function isJsonType(contentType: string): boolean {
  const [type, ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return (
    type === 'application/json' &&
    (charset === undefined || /^charset="?(utf-?8|us-ascii)"?$/.test(charset))
  );
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });
