import { createContext, useContext } from 'react';

import type { Client } from './client';
import type { PanelContext } from './context';
import type { Formats } from './format/formats';
import type { Host } from './host';

/** What every component of a panel may use. */
export interface Panel {
  readonly client: Client;
  readonly host: Host;
  readonly context: PanelContext;
  readonly formats: Formats;
}

export const PanelProvider = createContext<Panel | null>(null);

export function usePanel(): Panel {
  const panel = useContext(PanelProvider);
  if (panel === null) throw new Error('usePanel needs a PanelProvider: mount through mountPanel');
  return panel;
}
