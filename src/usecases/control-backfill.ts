import { err, ok, type Result } from '../domain/app-error';
import type { ControlBackfillInput } from '../contract';
import type { BackfillState } from '../ports/score-store';
import { auditAct, deskSubject } from './audit-act';
import type { Deps } from './deps';
import { NO_BACKFILL } from './new-desk';
import { updateDesk } from './update-desk';
import type { Viewer } from './viewer';

type Action = ControlBackfillInput['action'];

/**
 * Pauses the reading of a desk's history, lets it go on, or has it read again from the start: what is
 * known stays meanwhile. A running job notices at its next page.
 */
export async function controlBackfill(
  deps: Pick<Deps, 'access' | 'store' | 'queue' | 'clock' | 'digest'>,
  { project, action }: ControlBackfillInput,
  { accountId }: Viewer,
): Promise<Result<'done'>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const desk = (await deps.store.listDesks()).find(
    ({ key, deskId }) => key === project || deskId === `jira:${project}`,
  );
  if (desk === undefined) return err({ kind: 'not-found-or-not-permitted' });
  const { deskId } = desk;
  if (after(desk.backfill, action) !== desk.backfill) {
    await auditAct(deps, deskSubject(deskId), {
      action: `backfill-${PAST[action]}`,
      detail: { accountId },
    });
    await updateDesk(deps, deskId, (current) => ({
      ...current,
      backfill: after(current.backfill, action),
    }));
  }
  if (action !== 'pause') await deps.queue.push([{ kind: 'backfill-desk', deskId }]);
  return ok('done');
}

const PAST: Readonly<Record<Action, string>> = {
  pause: 'paused',
  resume: 'resumed',
  restart: 'restarted',
};

/** The same state when the action changes nothing. */
function after(backfill: BackfillState, action: Action): BackfillState {
  switch (action) {
    case 'pause':
      return backfill.status === 'done' || backfill.status === 'paused'
        ? backfill
        : { ...backfill, status: 'paused' };
    case 'resume':
      if (backfill.status !== 'paused' && backfill.status !== 'failed') return backfill;
      // One that was paused before it began has not counted its tickets yet.
      return {
        ...backfill,
        status: backfill.startedAt === null ? 'none' : 'running',
        problem: null,
      };
    case 'restart':
      return { ...NO_BACKFILL, completeFrom: backfill.completeFrom };
  }
}
