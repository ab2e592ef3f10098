import { ok, type Result } from '../domain/app-error';
import { cutParts } from '../domain/feedback/cut-parts';
import { DAY_MS, epochMs } from '../domain/time';
import type { FeedbackWork } from '../ports/score-store';
import { hasTime, type Budget, type Deps } from './deps';
import { readFeedbackSlice } from './feedback-slice';

const PART_BYTES = 200_000;
const KEPT_MS = 7 * DAY_MS;

type ExportDeps = Pick<Deps, 'store' | 'queue' | 'digest' | 'clock' | 'newMark'>;

/**
 * Writes an export of labelled outcomes, slice by slice: eight statements for 200 runs. Parts are
 * written under ids that nobody else has, and count once the export's row names them; the row changes
 * together with how far it got, under an optimistic lock. So a job that is cut off, or that runs
 * twice, tells no line twice and leaves out none; of two that run at once, one stops.
 */
export async function exportFeedback(
  deps: ExportDeps,
  { exportId }: { readonly exportId: string },
  budget: Budget,
): Promise<Result<'done' | 'more' | 'nothing-to-do'>> {
  const latest = await deps.store.readLatestFeedbackExport();
  if (latest?.exportId !== exportId || latest.finishedAt !== null) return ok('nothing-to-do');
  let work = await deps.store.readFeedbackWork(exportId);
  if (work?.version === 1) await dropOld(deps);
  while (work !== null && work.finishedAt === null) {
    if (!hasTime(budget)) {
      await deps.queue.push([{ kind: 'export-feedback', exportId }]);
      return ok('more');
    }
    const next: FeedbackWork = await goOn(deps, work);
    if ((await deps.store.saveFeedbackWork(next)) === 'conflict') return ok('nothing-to-do');
    work = { ...next, version: next.version + 1 };
  }
  return ok('done');
}

/** One slice further. What the last one told is written down first: the row owes it. */
async function goOn(deps: ExportDeps, work: FeedbackWork): Promise<FeedbackWork> {
  const { store, clock } = deps;
  if (work.untold.length > 0) await store.putToldLines(work.exportId, work.untold);
  const slice = await readFeedbackSlice(deps, work);
  const isLast = slice.after === null;
  const cut = cutParts(
    work.rest,
    slice.lines.map(({ text }) => text),
    PART_BYTES,
  );
  const texts = isLast && cut.rest !== '' ? [...cut.parts, cut.rest] : cut.parts;
  const parts = texts.map((lines) => ({ partId: deps.newMark(), lines }));
  if (parts.length > 0) await store.putFeedbackParts(work.exportId, parts);
  const now = clock.now();
  return {
    ...work,
    after: slice.after ?? work.after,
    progressedAt: now,
    finishedAt: isLast ? now : null,
    lines: work.lines + slice.lines.length,
    partIds: [...work.partIds, ...parts.map(({ partId }) => partId)],
    untold: slice.lines.map(({ runId, fingerprint }) => ({ runId, fingerprint })),
    rest: isLast ? '' : cut.rest,
  };
}

const dropOld = ({ store, clock }: ExportDeps): Promise<void> =>
  store.dropFeedbackExports(epochMs(clock.now() - KEPT_MS));
