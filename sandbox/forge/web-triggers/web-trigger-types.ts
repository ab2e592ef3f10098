/** An HTTP request to a web trigger, as it comes from the network. */
export interface WebTriggerCall {
  /** Key of the `webtrigger` module. */
  readonly moduleKey: string;
  readonly method: string;
  /** The whole path, e.g. `/public/<id>/v1/traces`; without it, the module's own address. */
  readonly path?: string;
  /** Names as the caller wrote them. */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly query?: URLSearchParams;
  /** Text or raw bytes; empty without it. */
  readonly body?: string | Uint8Array;
}

/** What the caller gets back. */
export interface WebTriggerReply {
  readonly statusCode: number;
  readonly statusText: string | null;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
}
