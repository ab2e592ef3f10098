import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from './App';
import { ApiFailure } from './session/api';
import './styles/base.css';
import './styles/frame-of-page.css';
import './styles/table.css';
import './styles/issue.css';
import './styles/dashboard.css';

const element = document.getElementById('root');
if (element === null) throw new Error("The page has no element with the id 'root': add one");

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The server is on this machine: it is reached without a network.
      networkMode: 'always',
      // A refusal stays one; only a server that did not answer is worth another try.
      retry: (failed, error) => error instanceof ApiFailure && error.status === 0 && failed < 2,
      retryDelay: 1000,
    },
  },
});

createRoot(element).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
