import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

/** The file under `folder` that a path names; null when there is none, or outside of it. */
export async function readStatic(
  folder: string,
  pathname: string,
): Promise<{ readonly body: Buffer; readonly type: string } | null> {
  const path = decoded(pathname);
  if (path === null) return null;
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return null;
  const body = await readFile(file).catch(() => null);
  if (body === null) return null;
  return { body, type: TYPES[extname(file)] ?? 'application/octet-stream' };
}

/** Null for an address that is no valid one: `%` followed by something else than a byte. */
function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

export function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers });
  response.end(body);
}

export const sendJson = (response: ServerResponse, status: number, value: unknown): void => {
  send(response, status, 'application/json', JSON.stringify(value));
};
