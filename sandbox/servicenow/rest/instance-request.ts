/** A request as it arrives. */
export interface InstanceRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  /** Empty without one. */
  readonly body: string;
  /** Table that the path names; null for other paths. */
  readonly table: string | null;
}

const TABLE_PATH = /^\/api\/now(?:\/v[12])?\/table\/([^/]+)(?:\/([^/]+))?\/?$/;

/** Table and record of a path of the Table API. */
export function readTablePath(
  pathname: string,
): { readonly table: string; readonly sysId: string | null } | null {
  const match = TABLE_PATH.exec(pathname);
  if (match === null) return null;
  return {
    table: decodeURIComponent(match[1] ?? ''),
    sysId: match[2] === undefined ? null : decodeURIComponent(match[2]),
  };
}

/** Where the Table API is, in the version that the request asks for: `/api/now/v2/table`. */
export const tableRoot = (url: URL): string =>
  `${url.origin}${/^\/api\/now(?:\/v[12])?\/table/.exec(url.pathname)?.[0] ?? '/api/now/table'}`;

export async function readInstanceRequest(
  address: string,
  init: RequestInit = {},
): Promise<InstanceRequest> {
  const url = new URL(address);
  const { body } = init;
  return {
    method: (init.method ?? 'GET').toUpperCase(),
    url,
    headers: headersOf(init),
    body: body === undefined || body === null ? '' : await new Response(body).text(),
    table: readTablePath(url.pathname)?.table ?? null,
  };
}

function headersOf({ headers, body }: RequestInit): Headers {
  const read = new Headers(headers);
  if (body instanceof URLSearchParams && !read.has('content-type')) {
    read.set('content-type', 'application/x-www-form-urlencoded;charset=UTF-8');
  }
  return read;
}
