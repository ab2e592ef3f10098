import { events, view } from '@forge/bridge';

/** The page around a panel. */
export interface Host {
  readonly readContext: () => Promise<unknown>;
  readonly enableTheme: () => Promise<void>;
  /** Saves a gadget's configuration and leaves its edit view. */
  readonly submit: (payload: unknown) => Promise<void>;
  /** Resolves to what ends the subscription. */
  readonly onEvent: (name: string, listener: (payload: unknown) => void) => Promise<() => void>;
}

export const createBridgeHost = (): Host => ({
  readContext: () => view.getContext(),
  enableTheme: async () => {
    await view.theme.enable();
  },
  submit: (payload) => view.submit(payload),
  onEvent: async (name, listener) => {
    const subscription = await events.on(name, listener);
    return () => {
      subscription.unsubscribe();
    };
  },
});
