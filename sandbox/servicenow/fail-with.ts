import type { FailureAnswer } from './injected-failures';

/** A failure's answer. Throws as `fetch` does when none arrives. */
export async function failWith(
  answer: FailureAnswer,
  {
    respond,
    headers,
    signal,
  }: {
    readonly respond: () => Response;
    readonly headers: Readonly<Record<string, string>>;
    readonly signal: AbortSignal | null;
  },
): Promise<Response> {
  switch (answer.kind) {
    case 'status':
      return refusal(answer.status, { ...headers, ...answer.headers });
    case 'silence':
      return silence(signal);
    case 'timed-out':
      throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    case 'lost':
      throw connectionError('ECONNRESET');
    case 'html':
      return new Response(PAGE, {
        status: answer.status ?? 200,
        headers: { ...headers, 'Content-Type': 'text/html;charset=UTF-8' },
      });
    case 'cut': {
      const whole = respond();
      const body = await whole.text();
      return new Response(body.slice(0, Math.floor(body.length / 2)), whole);
    }
    case 'broken-off': {
      const whole = respond();
      const body = (await whole.json()) as object;
      const error = {
        message: 'Transaction cancelled: maximum execution time exceeded',
        detail: 'Transaction cancelled: maximum execution time exceeded',
      };
      return new Response(JSON.stringify({ ...body, error, status: 'failure' }), whole);
    }
    case 'wrong-types':
      return new Response(
        JSON.stringify({ result: [{ sys_id: 1, sys_updated_on: {} }, 'text', null] }),
        {
          headers: { ...headers, 'Content-Type': 'application/json;charset=UTF-8' },
        },
      );
    case 'redirect':
      return new Response(null, { status: 302, headers: { ...headers, Location: answer.to } });
    case 'huge':
      return new Response(hugeBody(answer.bytes), {
        headers: {
          ...headers,
          'Content-Type': 'application/json;charset=UTF-8',
          ...(answer.saysLength === true ? { 'Content-Length': String(answer.bytes) } : {}),
        },
      });
  }
}

/** As `fetch` fails when it gets no answer. */
export const connectionError = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

const PAGE =
  '<!DOCTYPE html><html><head><title>Instance Hibernating</title></head><body></body></html>';

function refusal(status: number, headers: Readonly<Record<string, string>>): Response {
  const message =
    status === 401
      ? 'User Not Authenticated'
      : status === 429
        ? 'Rate limit exceeded'
        : `Injected failure: ${status}`;
  return new Response(JSON.stringify({ error: { message, detail: null }, status: 'failure' }), {
    status,
    headers: { ...headers, 'Content-Type': 'application/json;charset=UTF-8' },
  });
}

function silence(signal: AbortSignal | null): Promise<Response> {
  return new Promise((_, reject) => {
    if (signal === null) return reject(new Error('A request without a signal would wait for ever'));
    if (signal.aborted) return reject(reasonOf(signal));
    signal.addEventListener('abort', () => reject(reasonOf(signal)), { once: true });
  });
}

const reasonOf = ({ reason }: AbortSignal): Error =>
  reason instanceof Error ? reason : new DOMException('This operation was aborted', 'AbortError');

const CHUNK = new TextEncoder().encode(' '.repeat(65_536));

function hugeBody(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      const chunk = left >= CHUNK.length ? CHUNK : CHUNK.slice(0, left);
      left -= chunk.length;
      if (chunk.length > 0) controller.enqueue(chunk);
      if (left <= 0) controller.close();
    },
  });
}
