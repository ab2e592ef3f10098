import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { ForgeHost } from '../host-types';
import { REQUEST_BYTES } from './web-triggers';

export interface WebTriggerServer {
  /** Under which the addresses of web triggers lie from now on. */
  readonly url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Serves the web triggers of a host, for senders that speak HTTP; port 0 takes any free one. */
export async function startWebTriggerServer(host: ForgeHost, port = 0): Promise<WebTriggerServer> {
  const server = createServer((request, response) => {
    answerWebTrigger(host, request, response)
      .then((isAnswered) => {
        if (!isAnswered) response.writeHead(404).end();
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const url = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  host.serveWebTriggersAt(url);
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}

/** Answers a request to a web trigger's address; false when its path is none. */
export async function answerWebTrigger(
  host: ForgeHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url ?? '/', `http://${HOST}`);
  const moduleKey = host.webTriggerAt(pathname);
  if (moduleKey === null) return false;
  const body = await readBytes(request);
  if (body === null) {
    response.writeHead(413, { 'content-type': 'text/plain', connection: 'close' });
    response.end('The request is larger than 5 MB');
    return true;
  }
  const { statusCode, statusText, headers, ...reply } = await host.invokeWebTrigger({
    moduleKey,
    method: request.method ?? 'GET',
    path: pathname,
    headers: headersOf(request.rawHeaders),
    query: searchParams,
    body,
  });
  for (const [name, values] of Object.entries(headers)) response.setHeader(name, values);
  if (statusText !== null) response.statusMessage = statusText.replace(/[^\t\x20-\x7e]/g, ' ');
  response.statusCode = statusCode;
  response.end(reply.body);
  return true;
}

/** Null for a body over the limit. */
async function readBytes(request: IncomingMessage): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= REQUEST_BYTES) chunks.push(chunk);
  }
  return bytes > REQUEST_BYTES ? null : Buffer.concat(chunks);
}

/** All values of a name together, under the name as it was first written. */
function headersOf(raw: readonly string[]): Readonly<Record<string, readonly string[]>> {
  const headers = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (let i = 0; i < raw.length; i += 2) {
    const [name = '', value = ''] = raw.slice(i, i + 2);
    const known = headers.get(name.toLowerCase());
    if (known === undefined) headers.set(name.toLowerCase(), { name, values: [value] });
    else known.values.push(value);
  }
  return Object.fromEntries([...headers.values()].map(({ name, values }) => [name, values]));
}
