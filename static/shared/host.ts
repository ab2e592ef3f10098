import { events, i18n, permissions, requestJira, router, view } from '@forge/bridge';

import type { EgressType } from '@forge/egress';

import type { PanelHistory } from './routing/panel-history';
import type { Translate } from './texts/create-texts';
import type { TextLocale } from './texts/text-locale';

/** What Jira answers the viewer's own page. */
export interface JiraAnswer {
  readonly status: number;
  /** The parsed body; null when there is none or it is no JSON. */
  readonly body: unknown;
}

/** A place outside of the panel. `path` is the panel's own, with its leading slash. */
export type Destination =
  | { readonly target: 'issue'; readonly issueKey: string }
  | {
      readonly target: 'module';
      readonly moduleKey: string;
      readonly projectKey: string;
      readonly path: string;
    };

/** The page around a panel. */
export interface Host {
  readonly readContext: () => Promise<unknown>;
  /** Loads the catalogue of a language, with English behind it. */
  readonly loadCatalogue: (language: TextLocale) => Promise<Translate>;
  readonly enableTheme: () => Promise<void>;
  /** Saves a gadget's configuration and leaves its edit view; or keeps the inputs of a rule's step. */
  readonly submit: (payload: unknown) => Promise<void>;
  /** Has the page around the panel read again what it shows; rejects where it cannot. */
  readonly refreshPage: () => Promise<void>;
  /** Resolves to what ends the subscription. */
  readonly onEvent: (name: string, listener: (payload: unknown) => void) => Promise<() => void>;
  /** Asks Jira as the viewer: what they may not see is not in the answer. */
  readonly askJira: (path: string, json?: unknown) => Promise<JiraAnswer>;
  /** Leaves for another place; an address is one of Jira's own, such as `/browse/IT-1`. */
  readonly navigate: (destination: Destination | string) => Promise<void>;
  /** Opens an address that is not Jira's, in a tab of its own. */
  readonly openElsewhere: (url: string) => Promise<void>;
  readonly openHistory: () => Promise<PanelHistory>;
  /**
   * Has the platform ask the administrator whether the app may reach a host; rejects when they say no.
   *
   * @param origin - `https://support.acme.com`
   */
  readonly approveHost: (origin: string, description: string) => Promise<void>;
}

export const createBridgeHost = (): Host => ({
  readContext: () => view.getContext(),
  loadCatalogue: (language) => i18n.createTranslationFunction(language),
  enableTheme: async () => {
    await view.theme.enable();
  },
  submit: (payload) => view.submit(payload),
  refreshPage: () => view.refresh(),
  onEvent: async (name, listener) => {
    const subscription = await events.on(name, listener);
    return () => {
      subscription.unsubscribe();
    };
  },
  askJira: async (path, json) => {
    const response = await requestJira(path, json === undefined ? {} : postOf(json));
    const text = await response.text();
    return { status: response.status, body: parsed(text) };
  },
  navigate: (destination) => router.navigate(destination),
  openElsewhere: (url) => router.open(url),
  openHistory: () => view.createHistory(),
  approveHost: async (origin, description) => {
    const configured = [{ domain: origin, type: [BACKEND] }];
    await permissions.egress.set({ egresses: [{ key: EGRESS_GROUP, description, configured }] });
  },
});

/** What the hosts that an administrator approved belong to. */
const EGRESS_GROUP = 'servicenow';
// eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the enumeration itself would bring its package along
const BACKEND = 'FETCH_BACKEND_SIDE' as EgressType;

const postOf = (json: unknown) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
  body: JSON.stringify(json),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
