/** Who asks a product: the app itself, a person, or nobody. */
export interface ProductCaller {
  readonly provider: 'app' | 'user' | 'none';
  /** The person behind `asUser()`; null for the app itself. */
  readonly accountId: string | null;
}

/** One REST request as it leaves `requestJira` (app) or the bridge's `fetchProduct` (panel). */
export interface ProductRequest {
  readonly method: string;
  /** Path with query, e.g. `/rest/api/3/issue/10001?fields=status`. */
  readonly path: string;
  readonly headers: Headers;
  /** Raw body; null without one. */
  readonly body: string | null;
  readonly caller: ProductCaller;
  /** It comes from a panel in a person's browser: Jira counts it against no quota. */
  readonly isFromPanel?: boolean;
}

export interface ProductResponse {
  readonly response: Response;
  /** What Jira charges against the hourly quota. */
  readonly points: number;
}

/** A product event as it leaves Jira; the host filters, delays and delivers it. */
export interface ProductEvent {
  /** e.g. `avi:jira:updated:issue`. */
  readonly eventType: string;
  /** The payload without `selfGenerated`, `contextToken` and the like, which the host adds. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** True when the app itself caused it. */
  readonly causedByApp: boolean;
}

/** A simulated product that the Forge host routes to. */
export interface Product {
  handle(request: ProductRequest): Promise<ProductResponse> | ProductResponse;
  /** Every change is told at once; the host adds the lag. Returns an unsubscribe function. */
  onEvent(listener: (event: ProductEvent) => void): () => void;
}
