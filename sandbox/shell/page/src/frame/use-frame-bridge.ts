import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

import type { ToFrame } from '../../../frame-messages';
import type { ShellModule } from '../../../shell-api';
import { answerCommand } from '../bridge/answer-command';
import type { FrameHost } from '../bridge/frame-host';
import { createSubscriptions } from '../bridge/frame-hub';
import { POPPED } from '../bridge/history-commands';
import { fromFrameSchema } from '../bridge/messages';
import type { PanelRoute } from '../session/panel-route';
import { useSession } from '../session/session';

/** What of a frame depends on where it stands. */
export interface FramePlace {
  readonly extension: Readonly<Record<string, unknown>>;
  /** The panel's part of the address; panels that share a page have none. */
  readonly route?: PanelRoute;
  /** Told to the panel as an event whenever `version` changes. */
  readonly signal?: {
    readonly event: string;
    readonly payload: unknown;
    readonly version: string | number;
  };
  readonly onSubmit?: (payload: unknown) => void;
  readonly onClose?: () => void;
  readonly onRefresh?: () => void;
}

export interface FrameView {
  readonly heightPx: number;
  readonly status: 'loading' | 'ready' | 'late';
}

const MIN_HEIGHT_PX = 80;
const MAX_HEIGHT_PX = 4000;
const LATE_AFTER_MS = 10_000;

/** Serves one frame: answers its calls, passes on events and the theme, takes over its height. */
export function useFrameBridge(
  frame: RefObject<HTMLIFrameElement>,
  place: FramePlace & { readonly module: ShellModule; readonly localId: string },
): FrameView {
  const session = useSession();
  const { panelOrigin } = session.state;
  const { hub, colorMode } = session;
  const [heightPx, setHeightPx] = useState(MIN_HEIGHT_PX);
  const [status, setStatus] = useState<FrameView['status']>('loading');
  const isThemed = useRef(false);
  const latest = useRef({ session, place });
  useLayoutEffect(() => {
    latest.current = { session, place };
  });

  const post = useRef((message: ToFrame): void => {
    frame.current?.contentWindow?.postMessage(message, latest.current.session.state.panelOrigin);
  }).current;
  const callBack = useRef((callback: number, args: readonly unknown[]): void => {
    post({ firstline: 'callback', callback, args });
  }).current;
  const subscriptions = useRef(createSubscriptions(callBack)).current;

  // Before the frame's first message can come in.
  useLayoutEffect(() => {
    const hostNow = (): FrameHost => {
      const { session: now, place: here } = latest.current;
      return {
        ...here,
        route: here.route ?? null,
        session: now,
        subscriptions,
        callBack,
        pushTheme: () => {
          isThemed.current = true;
          post({ firstline: 'theme', colorMode: now.colorMode });
        },
        submit: (payload) => run(here.onSubmit, payload),
        close: () => run(here.onClose, null),
        refresh: () => run(here.onRefresh, null),
      };
    };
    const answer = (id: number, command: string, data: unknown): void => {
      answerCommand(command, data, hostNow()).then(
        (value) => post({ firstline: 'answer', id, ok: true, value }),
        (reason: unknown) => {
          const error = reason instanceof Error ? reason.message : String(reason);
          post({ firstline: 'answer', id, ok: false, error });
        },
      );
    };
    const receive = ({ data, origin, source }: MessageEvent<unknown>): void => {
      if (origin !== panelOrigin || source !== frame.current?.contentWindow) return;
      const message = fromFrameSchema.safeParse(data);
      if (!message.success) return;
      switch (message.data.firstline) {
        case 'call':
          answer(message.data.id, message.data.command, message.data.data);
          return;
        case 'height':
          setHeightPx(Math.min(Math.max(message.data.px, MIN_HEIGHT_PX), MAX_HEIGHT_PX));
          return;
        case 'ready':
          setStatus('ready');
      }
    };
    addEventListener('message', receive);
    return () => removeEventListener('message', receive);
  }, [frame, panelOrigin, post, callBack, subscriptions]);

  useEffect(() => hub.join(subscriptions), [hub, subscriptions]);

  const { route } = place;
  useEffect(
    () => route?.listen((location) => subscriptions.deliver(POPPED, location)),
    [route, subscriptions],
  );

  useEffect(() => {
    if (isThemed.current) post({ firstline: 'theme', colorMode });
  }, [colorMode, post]);

  useSignal(place.signal, subscriptions.deliver);

  useEffect(() => {
    const timer = setTimeout(() => {
      setStatus((now) => (now === 'loading' ? 'late' : now));
    }, LATE_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  return { heightPx, status };
}

/** Delivers on each change, not for what the panel found when it came. */
function useSignal(
  signal: FramePlace['signal'],
  deliver: (event: string, payload: unknown) => void,
): void {
  const last = useRef(signal?.version);
  useEffect(() => {
    if (signal === undefined || signal.version === last.current) return;
    last.current = signal.version;
    deliver(signal.event, signal.payload);
  }, [signal, deliver]);
}

function run(handler: ((payload: unknown) => void) | undefined, payload: unknown): boolean {
  if (handler === undefined) return false;
  handler(payload);
  return true;
}
