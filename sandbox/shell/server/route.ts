export interface ShellRequest {
  readonly accountId: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** One endpoint of the page's server. */
export interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** @param params - what the path's groups matched */
  handle(request: ShellRequest, params: readonly string[]): unknown;
}
