import type { PreviewResult, Rate, RatingMeasure, Scorecard } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { NO_VALUE } from '../shared/format/number-format';
import { differenceWords, rateWords } from './preview-words';
import type { PreviewRowView } from './prepare-preview';

/** Repeat contacts, satisfaction, reopens and what else a scorecard counts. */
export const prepareFurtherRows = (
  { current, draft }: PreviewResult,
  formats: Formats,
): PreviewRowView[] => [
  ...(['ai', 'human'] as const).map((who) =>
    rateRow(
      {
        id: `repeatContact-${who}`,
        name: formats.t(`settings.preview.repeatContact.${who}`),
        was: current.repeatContact[who],
        now: draft.repeatContact[who],
      },
      formats,
    ),
  ),
  ...(['ai', 'human'] as const).map((who) => ratingRow(who, current, draft, formats)),
  rateRow(
    {
      id: 'unknownTouched',
      name: formats.t('settings.preview.unknownTouched'),
      was: current.unknownTouched,
      now: draft.unknownTouched,
    },
    formats,
  ),
  ...(
    [
      ['reopenMoves', current.reopens.moves, draft.reopens.moves],
      ['reopenTickets', current.reopens.tickets, draft.reopens.tickets],
      ['openTickets', current.openTickets, draft.openTickets],
      ['episodes', current.episodes, draft.episodes],
      ['tickets', current.tickets, draft.tickets],
    ] as const
  ).map(([id, was, now]) => ({
    id,
    name: formats.t(`settings.preview.count.${id}`),
    definition: null,
    now: formats.count(was),
    draft: formats.count(now),
    difference: differenceWords(was, now, formats.count, formats),
    isChanged: was !== now,
  })),
];

interface RateRow {
  readonly id: string;
  readonly name: string;
  readonly was: Rate | null;
  readonly now: Rate | null;
}

function rateRow({ id, name, was, now }: RateRow, formats: Formats): PreviewRowView {
  return {
    id,
    name,
    definition: null,
    now: rateWords(was, formats.percent, formats),
    draft: rateWords(now, formats.percent, formats),
    difference: differenceWords(was?.value ?? null, now?.value ?? null, formats.points, formats),
    isChanged: was?.numerator !== now?.numerator || was?.denominator !== now?.denominator,
  };
}

function ratingRow(
  who: 'ai' | 'human',
  current: Scorecard,
  draft: Scorecard,
  formats: Formats,
): PreviewRowView {
  const [was, now] = [current.satisfaction[who], draft.satisfaction[who]];
  const words = (rating: RatingMeasure | null): string =>
    rating === null
      ? NO_VALUE
      : formats.t('settings.preview.rating', {
          mean: formats.decimal(rating.mean, 2),
          answered: rating.answered,
          asked: rating.asked,
        });
  return {
    id: `satisfaction-${who}`,
    name: formats.t(`settings.preview.satisfaction.${who}`),
    definition: null,
    now: words(was),
    draft: words(now),
    difference: differenceWords(
      was?.mean ?? null,
      now?.mean ?? null,
      (size) => formats.decimal(size, 2),
      formats,
    ),
    isChanged: was?.mean !== now?.mean || was?.answered !== now?.answered,
  };
}
