import { isUtf8 } from 'node:buffer';

import type { SandboxClock } from '../../clock';
import { InvocationFailure } from '../app/invocation-failure';
import type { Invoker } from '../app/invoker';
import { SITE } from '../app/site';
import type { WebTriggerModule } from '../manifest-schema';
import { RateLimit } from '../rate-limit';
import { readReply } from './web-trigger-reply';
import type { WebTriggerCall, WebTriggerReply } from './web-trigger-types';
import { pathOf, readPath, type WebTriggerUrls } from './web-trigger-urls';

const CALLS_PER_SECOND = 300;
const CALLS_PER_MINUTE = 7_000;
export const REQUEST_BYTES = 5 * 1_024 * 1_024;

/** Runs the functions of web triggers for callers from outside. */
export class WebTriggers {
  readonly #urls: WebTriggerUrls;
  readonly #invoker: Invoker;
  readonly #perSecond: RateLimit;
  readonly #perMinute: RateLimit;

  /** @param clock - what rates are measured by */
  constructor(urls: WebTriggerUrls, invoker: Invoker, clock: SandboxClock) {
    this.#urls = urls;
    this.#invoker = invoker;
    this.#perSecond = new RateLimit(clock, CALLS_PER_SECOND, 1_000);
    this.#perMinute = new RateLimit(clock, CALLS_PER_MINUTE, 60_000);
  }

  async invoke(call: WebTriggerCall): Promise<WebTriggerReply> {
    const url = this.#urls.create(call.moduleKey);
    if (url === null) throw new Error(`manifest.yml has no webtrigger '${call.moduleKey}'`);
    if (!this.#perSecond.take()) return tooMany(1);
    if (!this.#perMinute.take()) return tooMany(60);
    const path = call.path ?? pathOf(url);
    const request = {
      method: call.method,
      path,
      userPath: readPath(path)?.rest ?? '',
      headers: call.headers ?? {},
      queryParameters: queryOf(call.query ?? new URLSearchParams()),
      body: textOf(call.body ?? ''),
    };
    if (Buffer.byteLength(JSON.stringify(request)) > REQUEST_BYTES) {
      return refusal(413, 'The request is larger than 5 MB');
    }
    return this.#run(url.module, request);
  }

  /**
   * A result that is no response is answered with 500, as documented. What a function that throws or
   * takes too long is answered with is not; the platform's word for it elsewhere is 424.
   */
  async #run(module: WebTriggerModule, request: object): Promise<WebTriggerReply> {
    try {
      const result = await this.#invoker.invoke({
        kind: 'webTrigger',
        functionKey: module.function,
        moduleKey: module.key,
        moduleType: 'core:webtrigger',
        accountId: null,
        request,
        context: {
          installContext: SITE.installContext,
          installation: { ari: SITE.installationId, contexts: [SITE.installContext] },
        },
        origin: null,
      });
      return readReply(module, result) ?? refusal(500, 'The function gave no valid response');
    } catch (error) {
      if (!(error instanceof InvocationFailure)) throw error;
      return refusal(424, 'The function failed');
    }
  }
}

/** What the platform does to a body that is not text is not documented: here it becomes base64. */
function textOf(body: string | Uint8Array): string {
  if (typeof body === 'string') return body;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return bytes.toString(isUtf8(bytes) ? 'utf8' : 'base64');
}

/** A comma separates values, as it does in the documentation's example. */
function queryOf(query: URLSearchParams): Readonly<Record<string, readonly string[]>> {
  const names = [...new Set(query.keys())];
  return Object.fromEntries(
    names.map((name) => [name, query.getAll(name).flatMap((value) => value.split(','))]),
  );
}

function refusal(statusCode: number, message: string): WebTriggerReply {
  const headers = { 'Content-Type': ['application/json'] };
  const body = JSON.stringify({ code: statusCode, message });
  return { statusCode, statusText: null, headers, body };
}

function tooMany(retryAfterSeconds: number): WebTriggerReply {
  const { headers, ...rest } = refusal(429, 'Too many invocations of this installation');
  return {
    ...rest,
    headers: {
      ...headers,
      'Retry-After': [String(retryAfterSeconds)],
      'X-Ratelimit-Remaining': ['0'],
      'X-Ratelimit-Reset': [String(retryAfterSeconds)],
    },
  };
}
