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
import { TEXTS } from './texts';
import './styles/base.css';

/** Joins a panel to the page around it: the one place with the platform and the clock. */
export function mountPanel(panelElement: ReactElement): void {
  const element = document.getElementById('root');
  if (element === null) throw new Error("The page has no element with the id 'root': add one");
  const root = createRoot(element);
  const { unreachable } = TEXTS.failure;

  connect().then(
    (panel) => {
      document.documentElement.lang = 'en';
      root.render(
        <StrictMode>
          <ErrorBoundary>
            <QueryClientProvider client={createQueries()}>
              <PanelProvider.Provider value={panel}>{panelElement}</PanelProvider.Provider>
            </QueryClientProvider>
          </ErrorBoundary>
        </StrictMode>,
      );
    },
    (reason: unknown) => {
      root.render(<Message {...unreachable} isFailure onRetry={() => location.reload()} />);
      throw reason;
    },
  );
}

async function connect(): Promise<Panel> {
  const host = createBridgeHost();
  const context = readPanelContext(await host.readContext(), location.href);
  await applyTheme(host, context.colorMode, document.documentElement);
  return {
    client: createBridgeClient(),
    host,
    context,
    formats: createFormats(context.viewer),
  };
}

const RETRIES = 2;

const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // The bridge is no network: what the browser believes about being online does not matter.
        networkMode: 'always',
        retry: (failed, error) => !(error instanceof ReadFailure) && failed < RETRIES,
        refetchOnWindowFocus: 'always',
      },
    },
  });
