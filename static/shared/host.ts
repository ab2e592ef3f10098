import { events, i18n, view } from '@forge/bridge';

import type { TextLocale } from './texts/text-locale';
import type { Translate } from './texts/create-texts';

/** The page around a panel. */
export interface Host {
  readonly readContext: () => Promise<unknown>;
  /** Loads the catalogue of a language, with English behind it. */
  readonly loadCatalogue: (language: TextLocale) => Promise<Translate>;
  readonly enableTheme: () => Promise<void>;
  /** Saves a gadget's configuration and leaves its edit view. */
  readonly submit: (payload: unknown) => Promise<void>;
  /** Resolves to what ends the subscription. */
  readonly onEvent: (name: string, listener: (payload: unknown) => void) => Promise<() => void>;
}

export const createBridgeHost = (): Host => ({
  readContext: () => view.getContext(),
  loadCatalogue: (language) => i18n.createTranslationFunction(language),
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
