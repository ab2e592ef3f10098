import type { FeedbackExportState } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';

export interface FeedbackView {
  readonly sentence: string;
  readonly isRunning: boolean;
  /** There is something to download. */
  readonly isReady: boolean;
  /** Of the file. */
  readonly fileName: string;
}

/** @param state - of the latest export; null before the first */
export function prepareFeedback(
  state: FeedbackExportState | null,
  nowMs: number,
  { t, ago }: Formats,
): FeedbackView {
  const fileName = `firstline-outcomes-${(state?.startedAt ?? '').slice(0, 10)}.jsonl`;
  if (state === null) {
    return { sentence: t('admin.feedback.noneYet'), isRunning: false, isReady: false, fileName };
  }
  const { status, isStuck, runs, sinceLast, startedAt, finishedAt, parts } = state;
  if (status === 'running') {
    const values = { ago: ago(startedAt, nowMs) };
    return {
      sentence: isStuck
        ? t('admin.feedback.stuck', values)
        : t.plural('admin.feedback.running', runs, values),
      isRunning: !isStuck,
      isReady: false,
      fileName,
    };
  }
  const values = { ago: ago(finishedAt ?? startedAt, nowMs) };
  const sentence =
    runs === 0
      ? t(sinceLast ? 'admin.feedback.nothingNew' : 'admin.feedback.nothing', values)
      : t.plural(sinceLast ? 'admin.feedback.doneNew' : 'admin.feedback.done', runs, values);
  return { sentence, isRunning: false, isReady: parts > 0, fileName };
}
