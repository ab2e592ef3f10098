import type { StartPreviewInput } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import { EMPTY_TALLY } from '../domain/kpi/tally';
import { settingsOf } from '../domain/outcome/measurement-settings';
import type { PreviewRow } from '../ports/score-store';
import type { Deps } from './deps';
import { spanOfPreview } from './preview-period';

/**
 * Begins to work out what a draft would make of a desk's last days. The desk's former preview is over.
 *
 * @returns the preview's id
 */
export async function startPreview(
  deps: Pick<Deps, 'store' | 'access' | 'queue' | 'clock' | 'newMark'>,
  { project, settings, periodDays }: StartPreviewInput,
): Promise<Result<string>> {
  const allowed = await deps.access.canAdministerDesk({ idOrKey: project });
  if (!allowed.ok) return allowed;
  const { deskId } = allowed.value;
  const desk = await deps.store.readDesk(deskId);
  if (desk === null) return err({ kind: 'not-found-or-not-permitted' });
  const asked: PreviewRow = {
    deskId,
    previewId: deps.newMark(),
    version: 1,
    asOf: deps.clock.now(),
    periodDays,
    current: { settings: settingsOf(desk), tally: EMPTY_TALLY },
    draft: { settings, tally: EMPTY_TALLY },
    moves: [],
    registryDigest: null,
    after: '',
    isDone: false,
    ticketsDone: 0,
    ticketsTotal: 0,
  };
  const ticketsTotal = await deps.store.countTicketsOfSpan(spanOfPreview(asked));
  await deps.store.putPreview({ ...asked, ticketsTotal });
  const { previewId } = asked;
  await deps.queue.push([{ kind: 'preview-definition', deskId, previewId }]);
  return ok(previewId);
}
