import { z } from 'zod';

import { err, ok, type Result, type SourceRefusal } from '../../../domain/app-error';
import type { EpochMs } from '../../../domain/time';
import { askedWaitMs } from './asked-wait';
import type { Answer, Reply } from './send-request';

export interface AskedFor {
  /** Scheme and host of the instance. */
  readonly origin: string;
  /** null: a token. */
  readonly table: string | null;
  readonly now: EpochMs;
}

/** The answer, when it is one of the instance's own; else the failure that the reply stands for. */
export function checkReply(reply: Reply, { origin, table, now }: AskedFor): Result<Answer> {
  const host = new URL(origin).host;
  if (reply.kind === 'no-answer') {
    if (reply.reason === 'egress') return refused('egress', host);
    if (reply.reason === 'allowance') return unavailable(reply.retryAfterMs, 'own-allowance');
    return reply.reason === 'too-large'
      ? malformed('the answer is larger than 20 MB')
      : unavailable(null);
  }
  const { status } = reply;
  // The platform's proxy answers in the place of an instance that it does not let the app reach.
  if (reply.header('forge-proxy-error') !== null) return refused('egress', host);
  if (status >= 300 && status < 400) {
    return refused('redirect', hostOf(reply.header('Location'), origin));
  }
  if (status === 401) return refused('credentials', null);
  if (status === 403) return refused(table === null ? 'credentials' : 'role', table);
  // An instance that sleeps, starts or is under maintenance answers with a page, whatever its status.
  if (status === 429 || status >= 500 || isPage(reply)) {
    return unavailable(askedWaitMs(reply, now), status === 429 ? 'requests' : null);
  }
  return ok(reply);
}

/** The body of an answer, read once. Nothing of it is quoted in a failure. */
export function readBody<S extends z.ZodType>(
  { status, body }: Answer,
  schema: S,
): Result<z.output<S>> {
  if (status !== 200) return malformed(`ServiceNow answered ${status}: the request was refused`);
  const json = parseJson(body);
  if (json === undefined) return malformed('the answer is not JSON');
  // With this an instance says, behind the records that it got to, that it gave up in the middle.
  if (brokenOffSchema.safeParse(json).success) return unavailable(null);
  const parsed = schema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return malformed(...issues.slice(0, 5));
}

export const refused = (refusal: SourceRefusal, subject: string | null): Result<never> =>
  err({ kind: 'source-refused', source: 'servicenow', refusal, subject });

const malformed = (...issues: readonly string[]): Result<never> =>
  err({ kind: 'source-malformed', source: 'servicenow', issues });

const unavailable = (
  retryAfterMs: number | null,
  rateLimitReason: string | null = null,
): Result<never> =>
  err({ kind: 'source-unavailable', source: 'servicenow', retryAfterMs, rateLimitReason });

const brokenOffSchema = z.object({ error: z.object({}) });

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

const isPage = (answer: Answer): boolean =>
  (answer.header('Content-Type') ?? '').toLowerCase().startsWith('text/html') ||
  /^\s*</.test(answer.body);

/** Only the host: the rest of such an address may hold what is nobody's business. */
function hostOf(location: string | null, origin: string): string | null {
  return location !== null && URL.canParse(location, origin)
    ? new URL(location, origin).host
    : null;
}
