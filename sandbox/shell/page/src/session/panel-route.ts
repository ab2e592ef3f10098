import type { PanelLocation } from '../../../frame-messages';

/** The part of the page's address that belongs to a panel. */
export interface PanelRoute {
  /** Address of the panel's start. */
  readonly href: string;
  readonly read: () => PanelLocation;
  readonly push: (to: PanelLocation) => void;
  readonly replace: (to: PanelLocation) => void;
  readonly go: (delta: number) => void;
  /** Tells when Back, Forward or a link of the page lead elsewhere in the panel. */
  readonly listen: (listener: (location: PanelLocation) => void) => () => void;
}

/** What the browser keeps beside the address of an entry. */
interface Entry {
  readonly panel?: Pick<PanelLocation, 'state' | 'key'>;
}

/** @param base - hash of the panel's start, e.g. `#/IT/apps/project-page` */
export function createPanelRoute(base: string): PanelRoute {
  const hashOf = ({ pathname, search, hash }: PanelLocation): string =>
    base + (pathname === '/' ? '' : pathname) + search + hash;
  const entryOf = ({ state, key }: PanelLocation): Entry => ({ panel: { state, key } });
  const isWithin = (): boolean => {
    const { hash } = location;
    return hash === base || (hash.startsWith(base) && /[/?#]/.test(hash.charAt(base.length)));
  };
  const read = (): PanelLocation => {
    const rest = isWithin() ? location.hash.slice(base.length) : '';
    const { pathname, search, hash } = new URL(rest, 'http://panel');
    const entry = history.state as Entry | null;
    return {
      pathname,
      search,
      hash,
      state: entry?.panel?.state,
      key: entry?.panel?.key ?? 'default',
    };
  };
  return {
    href: new URL(base, location.href).href,
    read,
    push(to) {
      history.pushState(entryOf(to), '', hashOf(to));
      tellOwnChange();
    },
    replace(to) {
      history.replaceState(entryOf(to), '', hashOf(to));
      tellOwnChange();
    },
    go: (delta) => history.go(delta),
    listen(listener) {
      const onPop = (): void => {
        if (isWithin()) listener(read());
      };
      addEventListener('popstate', onPop);
      return () => removeEventListener('popstate', onPop);
    },
  };
}

/** The browser is silent about changes that a script makes. */
const tellOwnChange = (): void => {
  dispatchEvent(new HashChangeEvent('hashchange'));
};
