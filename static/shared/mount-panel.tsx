import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

import { createBridgeClient } from './client';
import { ErrorBoundary } from './components/ErrorBoundary';
import { Message } from './components/Message';
import { readPanelContext } from './context';
import { ReadFailure } from './failure';
import { createFormats } from './format/formats';
import { createBridgeHost } from './host';
import { PanelProvider, type Panel } from './panel';
import { applyTheme } from './theme';
import { createTexts } from './texts/create-texts';
import { textLocaleFor } from './texts/text-locale';
import { UNREACHABLE } from './texts/unreachable';
import './styles/base.css';

/** Joins a panel to the page around it: the one place with the platform and the clock. */
export function mountPanel(panelElement: ReactElement): void {
  const element = document.getElementById('root');
  if (element === null) throw new Error("The page has no element with the id 'root': add one");
  const root = createRoot(element);

  const start = (): void => {
    connect().then(
      (panel) => {
        root.render(
          <StrictMode>
            <ErrorBoundary fallback={(retry) => notDrawn(panel, retry)}>
              <QueryClientProvider client={createQueries()}>
                <PanelProvider.Provider value={panel}>{panelElement}</PanelProvider.Provider>
              </QueryClientProvider>
            </ErrorBoundary>
          </StrictMode>,
        );
      },
      (reason: unknown) => {
        const { title, body, retry } = UNREACHABLE;
        root.render(
          <Message title={title} body={body} isFailure retry={{ label: retry, run: start }} />,
        );
        throw reason;
      },
    );
  };
  start();
}

function notDrawn({ formats: { t } }: Panel, run: () => void): ReactElement {
  return (
    <Message
      {...t.message('failure.notDrawn')}
      isFailure
      retry={{ label: t('common.retry'), run }}
    />
  );
}

async function connect(): Promise<Panel> {
  const host = createBridgeHost();
  const context = readPanelContext(await host.readContext(), location.href);
  const language = textLocaleFor(context.viewer.locale);
  const [translate] = await Promise.all([
    host.loadCatalogue(language),
    applyTheme(host, context.colorMode, document.documentElement),
  ]);
  document.documentElement.lang = language;
  const { locale } = context.viewer;
  return {
    client: createBridgeClient(),
    host,
    context,
    formats: createFormats(context.viewer, createTexts({ translate, language, locale })),
  };
}

const RETRIES = 2;

const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // The bridge is no network: what the browser believes about being online does not matter.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        retry: (failed, error) => !(error instanceof ReadFailure) && failed < RETRIES,
      },
    },
  });
