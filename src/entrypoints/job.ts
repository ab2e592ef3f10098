import { z } from 'zod';

import { assertNever, ok, type Result } from '../domain/app-error';
import type { Job } from '../ports/job-queue';
import { backfillDesk } from '../usecases/backfill-desk';
import { compareWithSource } from '../usecases/compare-with-source';
import type { Budget, Deps } from '../usecases/deps';
import { exportFeedback } from '../usecases/export-feedback';
import { forgetDesk } from '../usecases/forget-desk';
import { previewDefinition } from '../usecases/preview-definition';
import { handOffTicket } from '../usecases/hand-off-ticket';
import { matchRuns } from '../usecases/match-runs';
import { metered } from '../usecases/metered';
import { readPushed } from '../usecases/read-pushed';
import { refreshDesk, refreshRollups } from '../usecases/refresh-desk';
import { refreshSoon } from '../usecases/refresh-soon';
import { rescoreTickets } from '../usecases/rescore-tickets';
import { settleTickets } from '../usecases/settle-tickets';
import { retryFor } from './retry';

const jobSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('backfill-desk'), deskId: z.string() }),
  z.object({ kind: z.literal('refresh-rollups'), deskId: z.string() }),
  z.object({ kind: z.literal('refresh-desk'), deskId: z.string() }),
  z.object({
    kind: z.literal('rescore-tickets'),
    deskId: z.string(),
    ticketIds: z.array(z.string()).max(100),
  }),
  z.object({
    kind: z.literal(['settle-tickets', 'match-runs']),
    deskId: z.string(),
    ticketIds: z.array(z.string()).max(100),
  }),
  z.object({ kind: z.literal('hand-off'), deskId: z.string(), ticketId: z.string() }),
  z.object({
    kind: z.literal('preview-definition'),
    deskId: z.string(),
    previewId: z.string(),
  }),
  z.object({ kind: z.literal('read-pushed'), ticketIds: z.array(z.string()).max(100) }),
  z.object({ kind: z.literal('compare-with-source') }),
  z.object({ kind: z.literal('forget-desk'), deskId: z.string() }),
  z.object({ kind: z.literal('export-feedback'), exportId: z.string() }),
]);

/** An event of the job queue; delivered at least once, in no order. */
export const createJobHandler =
  (deps: Deps, budget: Budget) =>
  async (event: unknown): Promise<unknown> => {
    const parsed = z.object({ body: jobSchema }).safeParse(event);
    if (!parsed.success) {
      deps.log.error('job.unreadable', { issues: parsed.error.issues.length });
      return undefined;
    }
    const job = parsed.data.body;
    const result = await metered(deps, job.kind, () => run(deps, budget, job));
    if (result.ok) return undefined;
    deps.log.warn('job.refused', {
      job: job.kind,
      deskId: 'deskId' in job ? job.deskId : null,
      reason: result.error.kind,
    });
    return retryFor(result.error) ?? undefined;
  };

async function run(deps: Deps, budget: Budget, job: Job): Promise<Result<unknown>> {
  switch (job.kind) {
    case 'backfill-desk':
      return backfillDesk(deps, job.deskId, budget);
    case 'refresh-rollups':
      return refreshRollups(deps, job.deskId, budget);
    case 'refresh-desk':
      return refreshDesk(deps, job.deskId, budget);
    case 'rescore-tickets': {
      const desk = await deps.store.readDesk(job.deskId);
      if (desk === null) return ok(undefined);
      await rescoreTickets(deps, desk, job.ticketIds, { isForced: false });
      await refreshSoon(deps, job.deskId);
      return ok(undefined);
    }
    case 'settle-tickets':
      return settleTickets(deps, job);
    case 'match-runs':
      await matchRuns(deps, job, budget);
      return ok(undefined);
    case 'hand-off':
      return handOffTicket(deps, job);
    case 'preview-definition':
      return previewDefinition(deps, job, budget);
    case 'read-pushed':
      return readPushed(deps, job.ticketIds);
    case 'compare-with-source':
      return compareWithSource(deps, budget);
    case 'forget-desk':
      return forgetDesk(deps, job.deskId, budget);
    case 'export-feedback':
      return exportFeedback(deps, job, budget);
    default:
      return assertNever(job);
  }
}
