import type { ReactNode } from 'react';

import type { Place } from '../place/place';
import { usePlace } from '../place/use-place';

interface CountLinkProps {
  readonly to: Place;
  /** Says to screen readers what is listed, which the number alone does not. */
  readonly label: string;
  readonly children: ReactNode;
}

/** A number that lists its tickets when it is clicked. */
export function CountLink({ to, label, children }: CountLinkProps) {
  const { goTo } = usePlace();
  return (
    <button
      type="button"
      className="link-button count-link"
      data-cohort={to.tab === 'tickets' ? to.cohort : undefined}
      onClick={() => goTo(to)}
    >
      {children}
      <span className="visually-hidden">{` ${label}`}</span>
    </button>
  );
}
