import type { Digest } from '../ports/digest';

/** 32 hex digits. Made of the sender, too: what it calls a trace is its own. */
export const runIdOf = (digest: Digest, agentId: string, traceId: string): string =>
  digest.sha256(`${agentId}/${traceId}`).slice(0, 32);
