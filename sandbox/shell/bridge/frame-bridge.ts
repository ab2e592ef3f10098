import { setGlobalTheme } from '@atlaskit/tokens/set-global-theme';

import type { FromFrame, HistoryStart, PanelLocation, ToFrame } from '../frame-messages';
import { createPanelHistory, type PanelHistory } from './panel-history';

/**
 * What the platform puts into every panel before its own scripts: `__bridge`, which @forge/bridge
 * calls. Here it speaks to the shell's page by messages. The page is the frame's parent, and its
 * origin is the one that framed us.
 */
interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

const shellOrigin = new URL(document.referrer || location.href).origin;
const waiting = new Map<number, Waiting>();
const callbacks: ((...args: readonly unknown[]) => unknown)[] = [];
let calls = 0;

const tell = (message: FromFrame): void => {
  window.parent.postMessage(message, shellOrigin);
};

/** Functions stay in the frame; the page knows them by number. */
function withoutFunctions(value: unknown): unknown {
  if (typeof value === 'function') {
    callbacks.push(value as (...args: readonly unknown[]) => unknown);
    return { __callback: callbacks.length - 1 };
  }
  if (Array.isArray(value)) return value.map(withoutFunctions);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, withoutFunctions(entry)]),
  );
}

function callBridge(command: string, data?: unknown): Promise<unknown> {
  return command === 'createHistory' ? openHistory() : callPage(command, data);
}

function callPage(command: string, data?: unknown): Promise<unknown> {
  const id = (calls += 1);
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    tell({ firstline: 'call', id, command, data: withoutFunctions(data) });
  });
}

/** One for the whole frame, so that all who ask for it agree on where the panel is. */
let history: Promise<PanelHistory> | null = null;

function openHistory(): Promise<PanelHistory> {
  let pop: (location: PanelLocation) => void = () => undefined;
  const onPop = (location: PanelLocation): void => {
    pop(location);
  };
  history ??= callPage('createHistory', { onPop }).then((start) => {
    const own = createPanelHistory(start as HistoryStart, (move) => {
      void callPage('__history', move);
    });
    pop = own.pop;
    return own.history;
  });
  return history;
}

/** A subscription comes back as an id; the SDK expects something that ends it. */
function revive(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('__subscription' in value)) return value;
  const { __subscription: subscription } = value;
  return { unsubscribe: () => void callPage('__unsubscribe', { subscription }) };
}

/** Calls are answered once the tokens are there: a panel looks for them next. */
let themed: Promise<unknown> = Promise.resolve();

function setColorMode(colorMode: 'light' | 'dark'): void {
  themed = setGlobalTheme({
    colorMode,
    light: 'light',
    dark: 'dark',
    spacing: 'spacing',
    typography: 'typography',
    shape: 'shape',
  });
}

window.addEventListener('message', ({ data, origin, source }: MessageEvent<ToFrame>) => {
  if (origin !== shellOrigin || source !== window.parent) return;
  switch (data.firstline) {
    case 'answer': {
      const call = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.ok) void themed.then(() => call?.resolve(revive(data.value)));
      else call?.reject(new Error(data.error));
      return;
    }
    case 'callback':
      callbacks[data.callback]?.(...data.args);
      return;
    case 'theme':
      setColorMode(data.colorMode);
  }
});

/** Of the content: `scrollHeight` is never less than the frame is high already. */
const contentHeightPx = (): number =>
  Math.ceil(document.documentElement.getBoundingClientRect().height);

window.addEventListener('DOMContentLoaded', () => {
  new ResizeObserver(() => {
    tell({ firstline: 'height', px: contentHeightPx() });
  }).observe(document.body);
  tell({ firstline: 'ready' });
});

Object.defineProperty(window, '__bridge', { value: { callBridge } });
