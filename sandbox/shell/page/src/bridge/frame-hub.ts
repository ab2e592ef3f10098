/** What a frame listens to: event name and the callback that the frame knows by number. */
export interface Subscriptions {
  /** @returns the subscription's number, by which the frame ends it */
  readonly add: (event: string, callback: number) => number;
  readonly remove: (subscription: number) => void;
  readonly deliver: (event: string, payload: unknown) => void;
}

export function createSubscriptions(
  call: (callback: number, args: readonly unknown[]) => void,
): Subscriptions {
  const active = new Map<number, { readonly event: string; readonly callback: number }>();
  let added = 0;
  return {
    add(event, callback) {
      added += 1;
      active.set(added, { event, callback });
      return added;
    },
    remove: (subscription) => void active.delete(subscription),
    deliver(event, payload) {
      for (const entry of active.values()) {
        if (entry.event === event) call(entry.callback, [payload]);
      }
    },
  };
}

/** All frames on screen: what one of the app's panels emits, its others hear. */
export interface FrameHub {
  /** @returns what takes the frame out again */
  join(frame: Subscriptions): () => void;
  emit(event: string, payload: unknown): void;
}

export function createFrameHub(): FrameHub {
  const frames = new Set<Subscriptions>();
  return {
    join(frame) {
      frames.add(frame);
      return () => void frames.delete(frame);
    },
    emit(event, payload) {
      for (const frame of frames) frame.deliver(event, payload);
    },
  };
}
