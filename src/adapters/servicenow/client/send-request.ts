import axios, { AxiosError } from 'axios';

/** One request to an instance. */
export interface ServiceNowRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Text as it is sent; null: none. */
  readonly body: string | null;
  readonly timeoutMs: number;
}

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly body: string;
  /** @param name - in any spelling; null when it is not there */
  header(name: string): string | null;
}

/** `egress`: the platform let nothing through. `too-large`: the body was longer than we read. */
export interface NoAnswer {
  readonly kind: 'no-answer';
  readonly reason: 'time-out' | 'connection' | 'egress' | 'too-large';
}

/** Not sent: as many as may be sent in a minute were. */
export interface NotSent {
  readonly kind: 'no-answer';
  readonly reason: 'allowance';
  readonly retryAfterMs: number;
}

export type Reply = Answer | NoAnswer | NotSent;

const LONGEST_BODY_BYTES = 20_000_000;
/** Of the platform's error when a host is not among those that the app may reach. */
const EGRESS_ERROR = 'REQUEST_EGRESS_ALLOWLIST_ERR';

/**
 * Tells axios to hand `fetch` an address and options, as the platform expects it, and no `Request`.
 * Its types leave out null, and undefined would mean the global.
 */
const NO_REQUEST = null as unknown as typeof Request;

/**
 * Sends a request once, follows no redirect, and throws nothing: an error of axios carries the whole
 * request with its secrets, so that none leaves this file.
 */
export async function sendRequest(request: ServiceNowRequest): Promise<Answer | NoAnswer> {
  const { method, url, headers, body, timeoutMs } = request;
  try {
    const response = await axios.request<string>({
      method,
      url,
      headers: { Accept: 'application/json', 'User-Agent': 'Firstline', ...headers },
      ...(body === null ? {} : { data: body }),
      adapter: 'fetch',
      env: { fetch: platformFetch, Request: NO_REQUEST },
      timeout: timeoutMs,
      maxRedirects: 0,
      maxContentLength: LONGEST_BODY_BYTES,
      responseType: 'text',
      transformRequest: (text: unknown) => text,
      transformResponse: (text: unknown) => text,
      validateStatus: () => true,
    });
    return {
      kind: 'answer',
      status: response.status,
      body: response.data,
      header: (name) => headerText(response.headers[name.toLowerCase()]),
    };
  } catch (error) {
    return { kind: 'no-answer', reason: reasonOf(error) };
  }
}

/**
 * The global of that moment: the platform puts its own there. One function for all requests, since
 * axios remembers each that it is given.
 */
async function platformFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  const length = Number(response.headers.get('content-length'));
  // Refused by its length alone, a body would keep its connection.
  if (length > LONGEST_BODY_BYTES) await response.body?.cancel();
  return response;
}

const headerText = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function reasonOf(error: unknown): NoAnswer['reason'] {
  if (!(error instanceof AxiosError)) return 'connection';
  if (error.name === EGRESS_ERROR) return 'egress';
  if (error.code === AxiosError.ETIMEDOUT || error.code === AxiosError.ECONNABORTED) {
    return 'time-out';
  }
  // Any status is an answer here: what axios finds bad in a response is its length.
  return error.code === AxiosError.ERR_BAD_RESPONSE ? 'too-large' : 'connection';
}
