import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname } from 'node:path';
import { compileFunction } from 'node:vm';

import type { SandboxClock } from '../../clock';
import type { Manifest } from '../manifest-schema';

import { currentInvocation } from './invocation';
import { createDate } from './injected-date';
import { mainGlobal } from './main-realm';
import { createRuntimeObject } from './runtime-object';

/** How the SDKs reach the platform. */
export type ForgeFetch = (meta: unknown, path: string, init?: RequestInit) => Promise<Response>;

export interface AppSurroundings {
  readonly manifest: Manifest;
  readonly clock: SandboxClock;
  readonly console: Console;
  /** The app's `fetch`, egress rules included. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly forgeFetch: ForgeFetch;
  /** The app's `process.env`: Forge variables, nothing of this machine. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Calls a handler named as in the manifest, `<file>.<export>`. */
export type Handler = (...args: readonly unknown[]) => unknown;

export interface App {
  /** @param name - `<file>.<export>`; all files are one bundle here, so only the export counts */
  handler(name: string): Handler;
}

/**
 * Loads a built app: one CommonJS file with its dependencies inside. It gets globals, a `Date`, a
 * console and a `fetch` of its own, so that two hosts can run in one process.
 */
export function loadApp(file: string, surroundings: AppSurroundings): App {
  const code = readFileSync(file, 'utf8');
  const globals = createGlobals(surroundings);
  const module = { exports: {} as Readonly<Record<string, unknown>> };
  const parameters: Readonly<Record<string, unknown>> = {
    exports: module.exports,
    require: builtinsOnly(file),
    module,
    __filename: file,
    __dirname: dirname(file),
    global: globals,
    globalThis: globals,
    ...ownGlobals(surroundings),
  };
  const run = compileFunction(code, Object.keys(parameters), { filename: file }) as Handler;
  // The SDKs choose their clients while they load; no invocation may be running then.
  currentInvocation.exit(() => run(...Object.values(parameters)));
  return {
    handler(name) {
      const exported = name.split('.').at(-1) ?? '';
      const handler = module.exports[exported];
      if (typeof handler !== 'function') {
        throw new Error(`${file} does not export '${exported}', the handler '${name}': export it`);
      }
      return handler as Handler;
    },
  };
}

const ownGlobals = ({ clock, console, fetch, variables }: AppSurroundings) => ({
  Date: createDate(clock),
  console,
  fetch,
  process: Object.create(process, {
    env: { value: { NODE_ENV: 'production', ...variables } },
  }) as NodeJS.Process,
});

/** A view of Node's globals with the app's own on top; what the app sets stays here. */
function createGlobals(surroundings: AppSurroundings): object {
  const own: Record<PropertyKey, unknown> = {
    ...ownGlobals(surroundings),
    __forge_fetch__: surroundings.forgeFetch,
  };
  Object.defineProperty(own, '__forge_runtime__', {
    get: () => {
      const invocation = currentInvocation.getStore();
      return invocation && createRuntimeObject(surroundings.manifest, invocation);
    },
  });
  const globals: object = new Proxy(own, {
    // Not by prototype: some of Node's globals are getters that insist on their own object.
    get: (target, key) => (key in target ? target[key] : Reflect.get(mainGlobal, key)) as unknown,
    has: (target, key) => key in target || key in mainGlobal,
  });
  own['global'] = globals;
  own['globalThis'] = globals;
  return globals;
}

function builtinsOnly(file: string): (id: string) => unknown {
  const require = createRequire(file);
  return (id) => {
    if (!isBuiltin(id)) throw new Error(`${file} requires '${id}': bundle every dependency`);
    return require(id) as unknown;
  };
}
