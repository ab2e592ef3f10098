import { ZodError } from 'zod';

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { answerWebTrigger } from '../../forge/web-triggers/web-trigger-server';
import { JiraFault } from '../../jira/fault';
import type { ShellWorld } from '../shell-world';
import { shellModulesOf } from './modules';
import { createPanelServer } from './panel-server';
import type { Route } from './route';
import { shellRoutes } from './shell-routes';
import { readStatic, send, sendJson } from './static-files';

export interface ShellOptions {
  readonly shell: ShellWorld;
  /** 0 takes any free port; the panels take the next one, or any. */
  readonly port: number;
  /** Repository root: dist/shell and dist/panels lie under it. */
  readonly root: string;
}

export interface RunningShell {
  readonly url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
const MAX_BODY_BYTES = 1 << 20;

/** Serves the page, its API and, from an origin of their own, the panels. */
export async function startShell({ shell, port, root }: ShellOptions): Promise<RunningShell> {
  const page = join(root, 'dist', 'shell');
  let routes: readonly Route[] = [];
  const server = createServer((request, response) => {
    answer(request, response, { routes, page, shell }).catch(() => response.destroy());
  });
  const shellPort = await listen(server, port);
  const url = `http://${HOST}:${shellPort}`;
  shell.world.host.serveWebTriggersAt(url);
  const panels = createPanelServer({
    panelFolder: join(root, 'dist', 'panels'),
    bridgeFile: { folder: page, name: '/frame-bridge.js' },
    manifest: shell.manifest,
    shellOrigin: url,
  });
  const panelPort = await listen(panels, port === 0 ? 0 : port + 1);
  routes = shellRoutes({
    shell,
    panelOrigin: `http://${HOST}:${panelPort}`,
    modules: shellModulesOf(shell.manifest),
  });
  return {
    url,
    async close() {
      await Promise.all([close(server), close(panels)]);
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => {
      resolve();
    });
  });

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  {
    routes,
    page,
    shell,
  }: { readonly routes: readonly Route[]; readonly page: string; readonly shell: ShellWorld },
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', `http://${HOST}`);
  // Another site's page must not reach this one by a name of its own for this address.
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (host !== HOST && host !== 'localhost') {
    send(response, 403, 'text/plain', `Open http://${HOST} instead`);
    return;
  }
  if (await answerWebTrigger(shell.world.host, request, response)) return;
  const place = placeOf(pathname, searchParams);
  if (place !== null) {
    send(response, 302, 'text/plain', '', { location: place });
    return;
  }
  if (!pathname.startsWith('/api/')) {
    const file = await readStatic(page, pathname === '/' ? '/index.html' : pathname);
    if (file === null) send(response, 404, 'text/plain', 'No such page');
    else send(response, 200, file.type, file.body);
    return;
  }
  try {
    for (const route of routes) {
      const match = route.method === request.method ? route.path.exec(pathname) : null;
      if (match === null) continue;
      const body = await readBody(request);
      const accountId = String(request.headers['x-account-id'] ?? '');
      const params = match.slice(1).map(decodeURIComponent);
      const value = await route.handle({ accountId, query: searchParams, body }, params);
      sendJson(response, 200, value);
      return;
    }
    sendJson(response, 404, { error: `No such endpoint: ${request.method ?? ''} ${pathname}` });
  } catch (error) {
    const { status, message } = failureOf(error);
    sendJson(response, status, { error: message });
  }
}

/** Where the page shows what Jira shows at an address of its own; null for the others. */
function placeOf(pathname: string, query: URLSearchParams): string | null {
  if (/^\/browse\/[^/]+$/.test(pathname)) return `/#${pathname}`;
  if (!/^\/issues\/?$/.test(pathname)) return null;
  return `/#/issues?jql=${encodeURIComponent(query.get('jql') ?? '')}`;
}

function failureOf(error: unknown): { readonly status: number; readonly message: string } {
  if (error instanceof JiraFault) return { status: error.status, message: error.message };
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    return { status: 400, message: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` };
  }
  return { status: 500, message: error instanceof Error ? error.message : String(error) };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw new JiraFault(413, 'The request is larger than 1 MB');
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString();
  return text === '' ? null : (JSON.parse(text) as unknown);
}
