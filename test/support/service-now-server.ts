import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it arrived. */
export interface Arrived {
  readonly method: string;
  /** Path and parameters. */
  readonly url: string;
  readonly authorization: string | null;
  readonly contentType: string | null;
  readonly body: string;
}

/** Answers one request. Also: says nothing at all, or ends the connection. */
export type Turn = (response: ServerResponse, request: Arrived) => void;

/** A web server that answers what it is told to, in order; what it is not told, it answers with 599. */
export interface ServiceNowServer {
  readonly origin: string;
  readonly arrived: readonly Arrived[];
  /** The next answers; earlier ones that nobody asked for are forgotten. */
  script(...turns: readonly Turn[]): void;
  close(): Promise<void>;
}

export async function startServiceNowServer(): Promise<ServiceNowServer> {
  let turns: Turn[] = [];
  let arrived: Arrived[] = [];
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method = '', url = '', headers } = request;
      const { authorization = null, 'content-type': contentType = null } = headers;
      const seen = { method, url, authorization, contentType, body };
      arrived.push(seen);
      const turn = turns.shift() ?? status(599);
      turn(response, seen);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${String(port)}`,
    get arrived() {
      return arrived;
    },
    script(...next) {
      turns = [...next];
      arrived = [];
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** An answer of that status; a body that is no text is sent as JSON. */
export const status =
  (code: number, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Turn =>
  (response) => {
    const isText = typeof body === 'string';
    const type = isText ? 'text/html;charset=UTF-8' : 'application/json;charset=UTF-8';
    response.writeHead(code, { 'Content-Type': type, ...headers });
    response.end(isText ? body : JSON.stringify(body));
  };

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
