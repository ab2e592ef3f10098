import type { Deps } from './deps';
import { NO_BACKFILL } from './new-desk';
import { updateDesk } from './update-desk';

/** Has desks' histories read from the start. What is known stays meanwhile; a job that runs starts over. */
export async function readAgain(
  deps: Pick<Deps, 'store'>,
  deskIds: readonly string[],
): Promise<void> {
  for (const deskId of deskIds) {
    await updateDesk(deps, deskId, (desk) => ({
      ...desk,
      backfill: { ...NO_BACKFILL, completeFrom: desk.backfill.completeFrom },
    }));
  }
}
