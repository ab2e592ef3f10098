import type { EpochMs } from '../domain/time';
import type { Digest } from '../ports/digest';

/** 32 hex digits; the same for everybody who would hand off this episode of the ticket. */
export const handOffIdOf = (
  digest: Digest,
  { ticketId, openedAt }: { readonly ticketId: string; readonly openedAt: EpochMs },
): string => digest.sha256(`${ticketId}/${openedAt}`).slice(0, 32);
