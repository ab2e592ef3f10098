import { makeInvoke } from '@forge/bridge';

import type { ResolverContract } from '../../src/contract';

/** What these panels ask for; settings and administration ask for more. */
type PanelCall = 'readDeskScorecard' | 'readTicketVerdict' | 'listDesks';

/** The backend as panels see it. A call rejects only when the app could not be asked at all. */
export type Client = {
  readonly [Name in PanelCall]: (
    input: Parameters<ResolverContract[Name]>[0],
  ) => Promise<ReturnType<ResolverContract[Name]>>;
};

export function createBridgeClient(): Client {
  const invoke = makeInvoke<ResolverContract>();
  return {
    readDeskScorecard: (input) => invoke('readDeskScorecard', input),
    readTicketVerdict: (input) => invoke('readTicketVerdict', input),
    listDesks: (input) => invoke('listDesks', input),
  };
}
