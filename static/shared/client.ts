import { makeInvoke } from '@forge/bridge';

import type { ResolverContract } from '../../src/contract';

/** The backend as panels see it. A call rejects only when the app could not be asked at all. */
export type Client = {
  readonly [Name in keyof ResolverContract]: (
    input: Parameters<ResolverContract[Name]>[0],
  ) => Promise<ReturnType<ResolverContract[Name]>>;
};

/** Every call of the contract by its name, through the bridge. */
export function createBridgeClient(): Client {
  const invoke = makeInvoke<ResolverContract>() as (
    name: string,
    input: unknown,
  ) => Promise<unknown>;
  return new Proxy({} as Client, {
    get: (_, name) => (input: unknown) => invoke(String(name), input),
  });
}
