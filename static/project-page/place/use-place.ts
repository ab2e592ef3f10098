import { createContext, useContext } from 'react';

import type { Place } from './place';

export interface PlaceContext {
  /** Key of the desk. */
  readonly project: string;
  /** `replace` leaves no step for the browser's Back. */
  readonly goTo: (place: Place, how?: 'push' | 'replace') => void;
}

export const PlaceProvider = createContext<PlaceContext | null>(null);

export function usePlace(): PlaceContext {
  const place = useContext(PlaceProvider);
  if (place === null) throw new Error('usePlace needs a PlaceProvider: draw it in ProjectPage');
  return place;
}
