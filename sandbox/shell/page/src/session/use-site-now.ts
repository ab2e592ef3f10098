import { useEffect, useRef, useState } from 'react';

import type { ShellState } from '../../../shell-api';

const TICK_MS = 250;
/** Beyond this the server is late, and a guess would have to be taken back. */
const MAX_AHEAD_MS = 1500;

/** The site's time between two answers of the server, never going back unless the server does. */
export function useSiteNow({ nowMs, speed }: Pick<ShellState, 'nowMs' | 'speed'>): number {
  const [shownMs, setShownMs] = useState(nowMs);
  const lastNowMs = useRef(nowMs);

  useEffect(() => {
    const startedAtMs = performance.now();
    const hasGoneBack = nowMs < lastNowMs.current;
    lastNowMs.current = nowMs;
    const tick = (): void => {
      const elapsedMs = Math.min(performance.now() - startedAtMs, MAX_AHEAD_MS);
      const guessMs = nowMs + elapsedMs * speed;
      setShownMs((shown) => (hasGoneBack || speed === 0 ? guessMs : Math.max(shown, guessMs)));
    };
    tick();
    if (speed === 0) return;
    const timer = setInterval(tick, TICK_MS);
    return () => clearInterval(timer);
  }, [nowMs, speed]);

  return shownMs;
}
