import { z } from 'zod';

/** What a handler returns to be called again: the JSON form of `InvocationError`. */
const retryRequestSchema = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      /** Seconds. */
      retryAfter: z.number().optional(),
      retryReason: z.string().optional(),
      retryData: z.unknown().optional(),
    })
    .default({}),
});

const MAX_DELAY_SECONDS = 900;
const RETRY_DATA_BYTES = 4 * 1_024;

export interface RetryRequest {
  readonly delayMs: number;
  readonly reason: string;
  readonly data: unknown;
}

/** The retry that a handler's result asks for; null when it asks for none. */
export function readRetryRequest(result: unknown): RetryRequest | null {
  const parsed = retryRequestSchema.safeParse(result);
  if (!parsed.success) return null;
  const {
    retryAfter = 1,
    retryReason = 'FUNCTION_RETRY_REQUEST',
    retryData,
  } = parsed.data.retryOptions;
  const dataBytes = Buffer.byteLength(JSON.stringify(retryData ?? null));
  return {
    delayMs: Math.min(Math.max(retryAfter, 1), MAX_DELAY_SECONDS) * 1_000,
    reason: retryReason,
    data: dataBytes > RETRY_DATA_BYTES ? null : (retryData ?? null),
  };
}
