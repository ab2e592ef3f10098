/**
 * Every failure a caller is expected to handle. Plain data, not classes: these travel through
 * `invoke`, which serialises to JSON and would drop prototypes. A bug is not an AppError: it throws.
 */
export type AppError =
  /** Each issue names the field at fault and the remedy. */
  | { readonly kind: 'invalid-input'; readonly issues: readonly string[] }
  /** Absent and "not yours" are deliberately the same answer, so that nothing leaks by asking. */
  | { readonly kind: 'not-found-or-not-permitted' }
  /** Somebody else changed it since it was read; nothing was written. */
  | { readonly kind: 'conflict' }
  | {
      readonly kind: 'source-unavailable';
      readonly source: 'jira' | 'servicenow';
      /** Milliseconds until a retry may succeed; null when the source did not say. */
      readonly retryAfterMs: number | null;
      /** The platform's `RateLimit-Reason`, or null when this is no rate limit. */
      readonly rateLimitReason: string | null;
    }
  | {
      readonly kind: 'source-malformed';
      readonly source: 'jira' | 'servicenow';
      readonly issues: readonly string[];
    }
  /** Asking again changes nothing before a person does. */
  | {
      readonly kind: 'source-refused';
      readonly source: 'servicenow';
      readonly refusal: SourceRefusal;
      /** The table that was asked for, or the host that a redirect points to; null: the connection as a whole. */
      readonly subject: string | null;
    };

/** `egress`: the platform lets nothing through to that host. */
export type SourceRefusal = 'credentials' | 'role' | 'table' | 'redirect' | 'egress';

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const err = (error: AppError): Result<never> => ({ ok: false, error });

/** Put at the end of a `switch` over a union: a new case then fails to compile. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
