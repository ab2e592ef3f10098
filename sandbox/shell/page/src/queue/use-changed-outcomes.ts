import { useEffect, useRef, useState } from 'react';

import type { QueueIssue } from '../../../shell-api';

const HIGHLIGHT_MS = 3000;

/** Keys of issues whose AI outcome has changed just now, while they were on screen. */
export function useChangedOutcomes(issues: readonly QueueIssue[]): ReadonlySet<string> {
  const seen = useRef<ReadonlyMap<string, string | null>>(new Map());
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    const before = seen.current;
    seen.current = new Map(issues.map(({ key, aiOutcome }) => [key, aiOutcome]));
    const keys = issues
      .filter(({ key, aiOutcome }) => before.has(key) && before.get(key) !== aiOutcome)
      .map(({ key }) => key);
    if (keys.length === 0) return;
    setChanged((now) => new Set([...now, ...keys]));
    // Not ended with the effect: the next answer must not cut a highlight short or keep it for ever.
    setTimeout(() => {
      setChanged((now) => new Set([...now].filter((key) => !keys.includes(key))));
    }, HIGHLIGHT_MS);
  }, [issues]);

  return changed;
}
