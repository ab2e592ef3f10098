import type { FeedbackExportState, Result } from '../../../src/contract';
import type { Client } from '../../shared/client';

/**
 * All parts of an export in their order, one call each. null: it is no longer kept, since another was
 * prepared.
 */
export async function collectFeedback(
  { readFeedbackPart }: Pick<Client, 'readFeedbackPart'>,
  { exportId, parts }: Pick<FeedbackExportState, 'exportId' | 'parts'>,
): Promise<Result<string | null>> {
  let text = '';
  for (let part = 0; part < parts; part += 1) {
    const read = await readFeedbackPart({ exportId, part });
    if (!read.ok) return read;
    if (read.value.lines === null) return { ok: true, value: null };
    text += read.value.lines;
  }
  return { ok: true, value: text };
}
