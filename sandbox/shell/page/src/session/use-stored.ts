import { useState } from 'react';

/** A text that outlives a reload; null until it is set. */
export function useStored(name: string): readonly [string | null, (value: string) => void] {
  const key = `sandbox.${name}`;
  const [value, setValue] = useState(() => localStorage.getItem(key));
  const store = (next: string): void => {
    localStorage.setItem(key, next);
    setValue(next);
  };
  return [value, store];
}
