import { useEffect, useState } from 'react';

import { usePanel } from './panel';

const TICK_MS = 15_000;

/** The viewer's time, fresh enough for "4 min ago". */
export function useNow(): number {
  const { nowMs } = usePanel();
  const [now, setNow] = useState(nowMs);

  useEffect(() => {
    const timer = setInterval(() => setNow(nowMs()), TICK_MS);
    return () => clearInterval(timer);
  }, [nowMs]);
  return now;
}
