import type { PreviewResult, RatingMeasure, Scorecard } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { NO_VALUE } from '../shared/format/number-format';
import { countRow, rateRow, type PreviewRowView } from './preview-row';
import { differenceWords } from './preview-words';

const WHO = ['ai', 'human'] as const;

/** Repeat contacts, satisfaction, reopens and what else a scorecard counts. */
export const prepareFurtherRows = (
  { current, draft }: PreviewResult,
  formats: Formats,
): PreviewRowView[] => [
  ...WHO.map((who) =>
    rateRow(
      {
        id: `repeatContact-${who}`,
        name: formats.t(`settings.preview.repeatContact.${who}`),
        definition: null,
        was: current.repeatContact[who],
        now: draft.repeatContact[who],
      },
      formats.percent,
      formats,
    ),
  ),
  ...WHO.map((who) => ratingRow(who, current, draft, formats)),
  rateRow(
    {
      id: 'unknownTouched',
      name: formats.t('settings.preview.unknownTouched'),
      definition: null,
      was: current.unknownTouched,
      now: draft.unknownTouched,
    },
    formats.percent,
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
  ).map(([id, was, now]) =>
    countRow(
      { id, name: formats.t(`settings.preview.count.${id}`), definition: null, was, now },
      formats,
    ),
  ),
];

function ratingRow(
  who: (typeof WHO)[number],
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
