/**
 * Between a panel's frame and the shell's page, by postMessage with exact origins.
 * Frame → page: `{firstline: 'call', id, command, data}`; functions in `data` are `{__callback: n}`.
 * Page → frame: `{firstline: 'answer', id, ok, value|error}`,
 *   `{firstline: 'callback', callback: n, args}` and `{firstline: 'theme', colorMode: 'light'|'dark'}`.
 * Frame → page, unasked: `{firstline: 'height', px}` and `{firstline: 'ready'}`.
 */
export type FromFrame =
  | {
      readonly firstline: 'call';
      readonly id: number;
      readonly command: string;
      readonly data: unknown;
    }
  | { readonly firstline: 'height'; readonly px: number }
  | { readonly firstline: 'ready' };

export type ToFrame =
  | {
      readonly firstline: 'answer';
      readonly id: number;
      readonly ok: true;
      readonly value: unknown;
    }
  | {
      readonly firstline: 'answer';
      readonly id: number;
      readonly ok: false;
      readonly error: string;
    }
  | { readonly firstline: 'callback'; readonly callback: number; readonly args: readonly unknown[] }
  | { readonly firstline: 'theme'; readonly colorMode: 'light' | 'dark' };

/** Where a panel is within its own page, as the package `history` describes it. */
export interface PanelLocation {
  /** Starts with `/`. */
  readonly pathname: string;
  /** With its `?`; empty without one. */
  readonly search: string;
  /** With its `#`; empty without one. */
  readonly hash: string;
  readonly state: unknown;
  readonly key: string;
}

/** Answer to `createHistory`. */
export interface HistoryStart {
  readonly location: PanelLocation;
  /** Address of the panel's start; its paths follow. */
  readonly href: string;
}

/** A panel moves: the command `__history`. */
export type HistoryMove =
  | { readonly kind: 'push' | 'replace'; readonly location: PanelLocation }
  | { readonly kind: 'go'; readonly delta: number };
