import type { SandboxClock } from '../../clock';
import { functionModule } from '../manifest';
import type { FunctionModule, Manifest } from '../manifest-schema';
import type { Meter } from '../meter';

import { currentInvocation, type Invocation, type Origin } from './invocation';
import { InvocationFailure } from './invocation-failure';
import type { App } from './load-app';
import type { LogLine } from './log-line';
import { copyForApp } from './main-realm';

const DEFAULT_MEMORY_MB = 512;
const KB = 1_024;
const MB = KB * KB;

/** Limits that hang on what calls the function. */
const KINDS = {
  resolver: { defaultSeconds: 25, maxSeconds: 25, requestBytes: 500 * KB },
  trigger: { defaultSeconds: 25, maxSeconds: 25, requestBytes: 5 * MB },
  webTrigger: { defaultSeconds: 55, maxSeconds: 55, requestBytes: 5 * MB },
  action: { defaultSeconds: 55, maxSeconds: 55, requestBytes: 5 * MB },
  consumer: { defaultSeconds: 55, maxSeconds: 900, requestBytes: 5 * MB },
  schedule: { defaultSeconds: 55, maxSeconds: 900, requestBytes: 5 * MB },
} as const;
const RESPONSE_BYTES = 5 * MB;

export type InvocationKind = keyof typeof KINDS;

export interface InvocationCall {
  readonly kind: InvocationKind;
  readonly functionKey: string;
  readonly moduleKey: string;
  readonly moduleType: string;
  readonly accountId: string | null;
  /** First argument of the handler: JSON. Measured against the payload limit. */
  readonly request: unknown;
  /** Second argument of the handler: JSON. */
  readonly context: unknown;
  /** Of the invocation that caused this one; null starts a chain. */
  readonly origin: Origin | null;
}

export interface InvokerOptions {
  readonly app: App;
  readonly manifest: Manifest;
  readonly clock: SandboxClock;
  readonly meter: Meter;
  readonly onLog: (line: LogLine) => void;
  /** Real milliseconds since any fixed moment. */
  readonly elapsedMs: () => number;
}

/** Seconds that a function may run when it is called like this. */
export const timeoutSeconds = (module: FunctionModule, kind: InvocationKind): number =>
  Math.min(module.timeoutSeconds ?? KINDS[kind].defaultSeconds, KINDS[kind].maxSeconds);

/** Runs the app's functions with the platform's time-outs and payload limits, and meters them. */
export class Invoker {
  readonly #options: InvokerOptions;
  #count = 0;

  constructor(options: InvokerOptions) {
    this.#options = options;
  }

  /**
   * The handler's result as JSON gives it back; undefined for none.
   *
   * @throws InvocationFailure when the handler throws, takes too long or breaks a limit
   */
  async invoke(call: InvocationCall): Promise<unknown> {
    const { manifest } = this.#options;
    const module = functionModule(manifest, call.functionKey);
    const invocation = this.#begin(call, timeoutSeconds(module, call.kind) * 1_000);
    let failure: InvocationFailure | null = null;
    try {
      return await currentInvocation.run(invocation, () => this.#run(call, module, invocation));
    } catch (error) {
      failure =
        error instanceof InvocationFailure
          ? error
          : new InvocationFailure('FUNCTION_ERROR', call.functionKey, textOf(error), error);
      throw failure;
    } finally {
      invocation.hasEnded = true;
      invocation.meter.end({
        failed: failure !== null,
        durationMs: invocation.elapsedMs(),
        memoryMb: module.runtime?.memoryMB ?? manifest.app.runtime.memoryMB ?? DEFAULT_MEMORY_MB,
      });
      if (failure !== null) this.#logFailure(failure);
    }
  }

  #begin(call: InvocationCall, timeoutMs: number): Invocation {
    const startedAtMs = this.#options.elapsedMs();
    this.#count += 1;
    return {
      id: `invocation-${this.#count}`,
      functionKey: call.functionKey,
      moduleKey: call.moduleKey,
      moduleType: call.moduleType,
      accountId: call.accountId,
      origin: call.origin ?? { pushes: 0 },
      meter: this.#options.meter.begin(call.functionKey, call.kind),
      elapsedMs: () => this.#options.elapsedMs() - startedAtMs,
      timeoutMs,
      hasEnded: false,
      logLines: 0,
      logBytes: 0,
    };
  }

  async #run(
    call: InvocationCall,
    module: FunctionModule,
    invocation: Invocation,
  ): Promise<unknown> {
    checkSize(call.functionKey, 'Request', call.request, KINDS[call.kind].requestBytes);
    const handler = this.#options.app.handler(module.handler);
    const work = Promise.resolve().then(() =>
      handler(copyForApp(call.request), copyForApp(call.context)),
    );
    const result = await withTimeout(work, invocation);
    const json = checkSize(call.functionKey, 'Response', result, RESPONSE_BYTES);
    return json === undefined ? undefined : (JSON.parse(json) as unknown);
  }

  #logFailure(failure: InvocationFailure): void {
    const cause = failure.cause as { readonly stack?: unknown } | undefined;
    const detail = typeof cause?.stack === 'string' ? cause.stack : failure.message;
    this.#options.onLog({
      atMs: this.#options.clock.now(),
      level: 'error',
      source: 'platform',
      functionKey: failure.functionKey,
      text: `${failure.code}: ${detail}`,
    });
  }
}

async function withTimeout(work: Promise<unknown>, invocation: Invocation): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const expiry = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      const seconds = (invocation.timeoutMs / 1_000).toFixed(2);
      const message = `Function '${invocation.functionKey}' timed out after ${seconds} seconds`;
      reject(new InvocationFailure('FUNCTION_TIME_OUT', invocation.functionKey, message));
    }, invocation.timeoutMs);
  });
  try {
    return await Promise.race([work, expiry]);
  } finally {
    clearTimeout(timer);
  }
}

/** The value as JSON; undefined when it has none. */
function checkSize(
  functionKey: string,
  what: string,
  value: unknown,
  maxBytes: number,
): string | undefined {
  const json = JSON.stringify(value) as string | undefined;
  const bytes = Buffer.byteLength(json ?? '');
  if (bytes > maxBytes) {
    const message = `${what} of function '${functionKey}' has ${bytes} bytes; the limit is ${maxBytes}`;
    throw new InvocationFailure('PAYLOAD_TOO_LARGE', functionKey, message);
  }
  return json;
}

/** The app's errors belong to another realm, where `instanceof Error` can fail. */
function textOf(error: unknown): string {
  const message = (error as { readonly message?: unknown } | null | undefined)?.message;
  return typeof message === 'string' ? message : String(error);
}
