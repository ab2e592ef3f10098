import type { HistoryMove, HistoryStart, PanelLocation } from '../frame-messages';

type Action = 'PUSH' | 'REPLACE' | 'POP';
type Listener = (location: PanelLocation, action: Action) => void;
type To = string | Partial<PanelLocation>;

/** What a panel gets of `view.createHistory()`: the object of the package `history`, version 4. */
export interface PanelHistory {
  location: PanelLocation;
  action: Action;
  push(to: To, state?: unknown): void;
  replace(to: To, state?: unknown): void;
  go(delta: number): void;
  goBack(): void;
  goForward(): void;
  createHref(to: Partial<PanelLocation>): string;
  listen(listener: Listener): () => void;
}

interface HistoryOfFrame {
  readonly history: PanelHistory;
  /** The browser has gone elsewhere. */
  readonly pop: (location: PanelLocation) => void;
}

/** A panel's moves take effect in the frame at once; the page, which has the address, is told. */
export function createPanelHistory(
  start: HistoryStart,
  tell: (move: HistoryMove) => void,
): HistoryOfFrame {
  const listeners = new Set<Listener>();
  const arrive = (location: PanelLocation, action: Action): void => {
    Object.assign(history, { location, action });
    for (const listener of [...listeners]) listener(location, action);
  };
  const move = (kind: 'push' | 'replace', to: To, state: unknown): void => {
    const location = locationOf(to, state, history.location);
    tell({ kind, location });
    arrive(location, kind === 'push' ? 'PUSH' : 'REPLACE');
  };
  const go = (delta: number): void => {
    tell({ kind: 'go', delta });
  };
  const history: PanelHistory = {
    location: start.location,
    action: 'POP',
    push: (to, state) => {
      move('push', to, state);
    },
    replace: (to, state) => {
      move('replace', to, state);
    },
    go,
    goBack: () => {
      go(-1);
    },
    goForward: () => {
      go(1);
    },
    createHref: (to) => {
      const { pathname, search, hash } = locationOf(to, undefined, history.location);
      return start.href + (pathname === '/' ? '' : pathname) + search + hash;
    },
    listen(listener) {
      // The same function may listen twice.
      const own: Listener = (location, action) => {
        listener(location, action);
      };
      listeners.add(own);
      return () => {
        listeners.delete(own);
      };
    },
  };
  return {
    history,
    pop: (location) => {
      arrive(location, 'POP');
    },
  };
}

/** As a link would be read at `from`; an object without a path stays where it is. */
function locationOf(to: To, state: unknown, from: PanelLocation): PanelLocation {
  const path =
    typeof to === 'string'
      ? to
      : (to.pathname ?? from.pathname) + prefixed('?', to.search) + prefixed('#', to.hash);
  const base = new URL(`http://panel${from.pathname}${from.search}`);
  // Two slashes would name another host.
  const { pathname, search, hash } = new URL(path.replace(/^\/+/, '/'), base);
  return {
    pathname,
    search,
    hash,
    state: typeof to === 'string' ? state : to.state,
    key: Math.random().toString(36).slice(2, 8),
  };
}

/** `search` and `hash` may come with their mark or without. */
function prefixed(mark: string, part = ''): string {
  const rest = part.startsWith(mark) ? part.slice(1) : part;
  return rest === '' ? '' : mark + rest;
}
