import { useCallback, useEffect, useState } from 'react';

import { usePanel } from '../panel';
import type { PanelHistory, PanelLocation } from './panel-history';

export interface Routing {
  readonly location: PanelLocation;
  /** `replace` leaves no step for the browser's Back. */
  readonly goTo: (path: string, how?: 'push' | 'replace') => void;
}

const START: PanelLocation = { pathname: '/', search: '' };

/**
 * The panel's own place in the page's address; null until the page has told it. A page that gives
 * panels no history keeps the place here: everything works but Back and a shared link.
 */
export function usePanelLocation(): Routing | null {
  const { host } = usePanel();
  const [history, setHistory] = useState<PanelHistory | 'none' | null>(null);
  const [location, setLocation] = useState<PanelLocation | null>(null);

  useEffect(() => {
    let isGone = false;
    let stop = (): void => undefined;
    host.openHistory().then(
      (opened) => {
        if (isGone) return;
        setHistory(opened);
        setLocation(opened.location);
        stop = opened.listen((next) => setLocation({ ...next }));
      },
      () => {
        setHistory('none');
        setLocation(START);
      },
    );
    return () => {
      isGone = true;
      stop();
    };
  }, [host]);

  const goTo = useCallback(
    (path: string, how: 'push' | 'replace' = 'push') => {
      if (history === null || history === 'none') setLocation(locationOf(path));
      else if (how === 'push') history.push(path);
      else history.replace(path);
    },
    [history],
  );
  return location === null ? null : { location, goTo };
}

function locationOf(path: string): PanelLocation {
  const [pathname = '/', search = ''] = path.split('?');
  return { pathname, search: search === '' ? '' : `?${search}` };
}
