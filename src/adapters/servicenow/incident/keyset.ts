import { err, ok, type Result } from '../../../domain/app-error';
import { epochMs, type EpochMs } from '../../../domain/time';

/** Where reading by time of update has got: everything up to this record is read. */
export interface Keyset {
  readonly updatedOn: EpochMs;
  /** '' stands before all records of that second. */
  readonly sysId: string;
}

/** As work stores it between two pages. */
export const toCursor = ({ updatedOn, sysId }: Keyset): string => `${String(updatedOn)}:${sysId}`;

export function readCursor(cursor: string): Result<Keyset> {
  const [, updatedOn, sysId] = /^(\d+):([\w.-]*)$/.exec(cursor) ?? [];
  if (updatedOn === undefined || sysId === undefined) {
    return err({ kind: 'invalid-input', issues: ['cursor: begin the reading again'] });
  }
  return ok({ updatedOn: epochMs(Number(updatedOn)), sysId });
}
