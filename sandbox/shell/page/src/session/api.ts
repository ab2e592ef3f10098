/** A refusal of the sandbox's server; `message` is fit to be shown. */
export class ApiFailure extends Error {
  constructor(
    /** HTTP status; 0 when the server was not reached. */
    readonly status: number,
    message: string,
  ) {
    super(message);
    this.name = 'ApiFailure';
  }
}

/** The server's API, as one person. Answers have the types of shell-api.ts. */
export interface Api {
  readonly accountId: string;
  get<T>(path: string): Promise<T>;
  send<T>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<T>;
}

export function createApi(accountId: string): Api {
  const request = async <T>(path: string, init: RequestInit): Promise<T> => {
    const response = await reach(path, {
      ...init,
      headers: { 'content-type': 'application/json', 'x-account-id': accountId },
    });
    const text = await response.text();
    if (!response.ok) throw new ApiFailure(response.status, refusalIn(text, response.status));
    return JSON.parse(text) as T;
  };
  return {
    accountId,
    get: (path) => request(path, {}),
    send: (method, path, body) => request(path, { method, body: JSON.stringify(body) }),
  };
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch {
    throw new ApiFailure(0, 'The sandbox does not answer: check that it still runs, then retry.');
  }
}

function refusalIn(text: string, status: number): string {
  const unsaid = `The sandbox refused with status ${status}: see its log.`;
  try {
    const answer: unknown = JSON.parse(text);
    if (typeof answer !== 'object' || answer === null || !('error' in answer)) return unsaid;
    return typeof answer.error === 'string' ? answer.error : unsaid;
  } catch {
    return unsaid;
  }
}
