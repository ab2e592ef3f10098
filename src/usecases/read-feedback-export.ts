import type { FeedbackExportState } from '../contract';
import { ok, type Result } from '../domain/app-error';
import type { Deps } from './deps';
import { feedbackState } from './feedback-state';

/** How far the latest export has got; null before the first. One statement. */
export async function readFeedbackExport(
  deps: Pick<Deps, 'access' | 'store' | 'clock'>,
): Promise<Result<FeedbackExportState | null>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const latest = await deps.store.readLatestFeedbackExport();
  return ok(latest === null ? null : feedbackState(latest, deps.clock.now()));
}
