import { useState, type KeyboardEvent } from 'react';

interface Crosshair {
  /** The point that is pointed at; null for none. */
  readonly active: number | null;
  readonly pointAt: (index: number | null) => void;
  /** Arrows move between points, Home and End to the ends, Escape away. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** @param count - of points */
export function useCrosshair(count: number): Crosshair {
  const [chosen, setChosen] = useState<number | null>(null);
  const active = chosen === null || count === 0 ? null : Math.min(chosen, count - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = afterKey(event.key, active, count);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
  };
  return { active, pointAt: setChosen, onKeyDown };
}

/** undefined: the key does nothing here. */
function afterKey(key: string, active: number | null, count: number): number | null | undefined {
  const last = count - 1;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, (active ?? count) - 1);
    case 'ArrowRight':
      return Math.min(last, (active ?? -1) + 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'Escape':
      return null;
    default:
      return undefined;
  }
}
