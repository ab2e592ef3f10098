import { createContext, useContext } from 'react';

import type { ShellState } from '../../../shell-api';
import type { FrameHub } from '../bridge/frame-hub';
import type { Api } from './api';
import type { Formats } from './formats';
import type { ColorMode } from './use-color-mode';
import type { FlagBoard } from './use-flags';

/** What every part of the page knows. */
export interface Session {
  readonly api: Api;
  readonly state: ShellState;
  readonly formats: Formats;
  readonly colorMode: ColorMode;
  readonly flags: FlagBoard;
  readonly hub: FrameHub;
}

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext.Provider;

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('There is no session here: render within SessionProvider');
  return session;
}
