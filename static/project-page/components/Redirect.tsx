import { useEffect } from 'react';

import type { Place } from '../place/place';
import { usePlace } from '../place/use-place';

/** Goes on to another place, leaving no step for Back. */
export function Redirect({ to }: { readonly to: Place }) {
  const { goTo } = usePlace();
  useEffect(() => goTo(to, 'replace'), [goTo, to]);
  return null;
}
