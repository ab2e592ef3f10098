import type { Outcome, PreviewResult } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { rateWords } from './preview-words';
import { windowWords } from './setting-words';
import type { ChangeView } from './settings-changes';

type Moves = PreviewResult['moves'];

/**
 * What the draft would do, in sentences with numbers; the first is the summary.
 *
 * @param changes - of the draft that was previewed
 * @param windowHours - the draft's
 */
export function prepareEffect(
  result: PreviewResult,
  changes: readonly ChangeView[],
  windowHours: number,
  formats: Formats,
): readonly string[] {
  const { t } = formats;
  const isWindowAlone = changes.length === 1 && changes[0]?.field === 'windowHours';
  const subject = isWindowAlone
    ? t('settings.effect.aWindow', { window: windowWords(windowHours, formats) })
    : t('settings.effect.theDraft');
  const days = t.plural('common.periodDays', result.period.days);
  const gained = result.moves.filter(({ to }) => to === 'ai-resolved');
  const lost = result.moves.filter(({ from }) => from === 'ai-resolved');
  return [
    summary(result, formats),
    ...(gained.length === 0
      ? []
      : [
          t.plural('settings.effect.more', total(gained), {
            subject,
            days,
            parts: parts(gained, 'from', formats),
          }),
        ]),
    ...(lost.length === 0
      ? []
      : [
          t.plural('settings.effect.fewer', total(lost), {
            subject,
            days,
            parts: parts(lost, 'to', formats),
          }),
        ]),
    ...resolutionSentence(result, formats),
    ...businessSentence(result, formats),
  ];
}

function summary({ moves, draft }: PreviewResult, { t, count }: Formats): string {
  const moved = total(moves);
  if (draft.episodes === 0) return t('settings.effect.empty');
  return moved === 0
    ? t.plural('settings.effect.noneMoves', draft.episodes)
    : t.plural('settings.effect.moves', moved, { all: count(draft.episodes) });
}

function resolutionSentence({ current, draft }: PreviewResult, formats: Formats): string[] {
  const [was, now] = [current.rates.aiResolution, draft.rates.aiResolution];
  if (was?.numerator === now?.numerator && was?.denominator === now?.denominator) return [];
  return [
    formats.t('settings.effect.aiResolution', {
      was: rateWords(was, formats.percent, formats),
      now: rateWords(now, formats.percent, formats),
    }),
  ];
}

function businessSentence({ current, draft }: PreviewResult, { t, duration }: Formats): string[] {
  const [was, now] = [current.timeToResolveMs.business, draft.timeToResolveMs.business];
  if (now === null || was?.mean === now.mean) return [];
  return [
    was === null
      ? t('settings.effect.businessNew', { now: duration(now.mean) })
      : t('settings.effect.business', { was: duration(was.mean), now: duration(now.mean) }),
  ];
}

const total = (moves: Moves): number => moves.reduce((sum, { episodes }) => sum + episodes, 0);

/** "9 reversed, 22 pending": what the others are, or would be. */
const parts = (moves: Moves, other: 'from' | 'to', { t, list }: Formats): string =>
  list(
    moves.map((move) => {
      const outcome: Outcome = move[other];
      return t(`outcome.counted.${outcome}`, { count: move.episodes });
    }),
  );
