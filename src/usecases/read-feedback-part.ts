import type { FeedbackPart, ReadFeedbackPartInput } from '../contract';
import { ok, type Result } from '../domain/app-error';
import type { Deps } from './deps';

/** A part of an export: two statements. */
export async function readFeedbackPart(
  deps: Pick<Deps, 'access' | 'store'>,
  { exportId, part }: ReadFeedbackPartInput,
): Promise<Result<FeedbackPart>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const work = await deps.store.readFeedbackWork(exportId);
  const partId = work?.partIds[part];
  if (partId === undefined) return ok({ lines: null });
  return ok({ lines: await deps.store.readFeedbackLines(exportId, partId) });
}
