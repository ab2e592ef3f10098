import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { usePanel } from './panel';

/**
 * Reads again when the page says that something changed.
 *
 * @param concerns - whether the event is about what this panel shows
 */
export function useLiveRefresh(
  eventName: string,
  concerns: (payload: unknown) => boolean = everything,
): void {
  const { host } = usePanel();
  const queries = useQueryClient();

  useEffect(() => {
    const subscription = host.onEvent(eventName, (payload) => {
      if (concerns(payload)) void queries.invalidateQueries();
    });
    return () => {
      // A host without this event refuses the subscription; polling stays.
      subscription.then(
        (end) => end(),
        () => undefined,
      );
    };
  }, [host, queries, eventName, concerns]);
}

const everything = (): boolean => true;
