import { useEffect, useRef } from 'react';

/** Whoever restores a version is taken to the draft that it became. */
export function useFocusOnRestore(restoring: number | null) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(restoring);
  useEffect(() => {
    if (restoring !== null && restoring !== before.current) heading.current?.focus();
    before.current = restoring;
  }, [restoring]);
  return heading;
}
