import { useEffect, useRef, useState, type RefObject } from 'react';

/** Width of an element in CSS pixels, 0 until it is laid out: charts are drawn, not scaled. */
export function useWidth<E extends HTMLElement>(): readonly [RefObject<E>, number] {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(0);

  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
