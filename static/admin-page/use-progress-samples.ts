import { useRef } from 'react';

import type { Administration } from '../../src/contract';
import { withSamples, type ProgressSample } from './progress-rate';

/** Remembers how far histories were at the last polls. */
export function useProgressSamples({ asOf, desks }: Administration): readonly ProgressSample[] {
  const samples = useRef<readonly ProgressSample[]>([]);
  // Doing it twice for one answer changes nothing.
  samples.current = withSamples(samples.current, desks, Date.parse(asOf));
  return samples.current;
}
