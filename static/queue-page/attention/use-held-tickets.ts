import { useState } from 'react';

import type { AttentionTicket } from '../../../src/contract';
import { holdTickets, ticketKey } from './hold-tickets';

interface HeldTickets {
  readonly shown: readonly AttentionTicket[];
  /** The list has another order by now. */
  readonly isBehind: boolean;
  readonly showNewest: () => void;
}

/** @param scope - names the list; rows are held within one list only */
export function useHeldTickets(scope: string, tickets: readonly AttentionTicket[]): HeldTickets {
  const [held, setHeld] = useState<{ readonly scope: string; readonly keys: readonly string[] }>({
    scope,
    keys: [],
  });
  const { shown, isBehind } = holdTickets(held.scope === scope ? held.keys : [], tickets);
  const keys = shown.map(ticketKey);
  if (held.scope !== scope || held.keys.join() !== keys.join()) setHeld({ scope, keys });
  return { shown, isBehind, showNewest: () => setHeld({ scope, keys: [] }) };
}
