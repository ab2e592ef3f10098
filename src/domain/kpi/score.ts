import { OUTCOMES, type Outcome } from '../outcome/outcome';
import { EMPTY_HISTOGRAM, measureOf } from './duration-histogram';
import { wilson } from './interval';
import type { DurationMeasure, RatingMeasure } from './measurement';
import type { Rates, Scorecard } from './scorecard';
import type { CountName, DurationName, Tally } from './tally';

/** The KPIs of sections 5 and 6 of the rule book, of whatever the tally counted. */
export function scorecardOf(tally: Tally): Scorecard {
  const counted = (name: CountName): number => tally.counts[name] ?? 0;
  const time = (name: DurationName): DurationMeasure | null =>
    measureOf(tally.durations[name] ?? EMPTY_HISTOGRAM);

  return {
    tickets: counted('tickets'),
    episodes: counted('episodes'),
    outcomes: withZeros(tally.outcomes),
    provisional: withZeros(tally.provisional),
    rates: ratesOf(tally),
    timeToResolveMs: {
      episode: time('episode'),
      ai: time('ai'),
      human: time('human'),
      machine: time('machine'),
      active: time('active'),
      business: time('business'),
      native: time('native'),
    },
    repeatContact: {
      ai: wilson(counted('aiResolutionsRepeated'), counted('aiResolutions')),
      human: wilson(counted('humanResolutionsRepeated'), counted('humanResolutions')),
    },
    satisfaction: {
      ai: ratingOf(counted('aiRatingSum'), counted('aiRated'), counted('aiResolved')),
      human: ratingOf(counted('humanRatingSum'), counted('humanRated'), counted('humanResolved')),
    },
    reopens: { moves: counted('reopenMoves'), tickets: counted('reopenedTickets') },
    openTickets: counted('openTickets'),
    unknownTouched: wilson(counted('decidedTouchedByUnknown'), counted('decided')),
  };
}

/** The table of section 5, row by row, over the mature decided episodes. */
export function ratesOf({ mature, counts }: Pick<Tally, 'mature' | 'counts'>): Rates {
  const of = (outcome: Outcome): number => mature[outcome] ?? 0;
  const decided = OUTCOMES.reduce((sum, outcome) => sum + of(outcome), 0);
  const eligible = decided - of('excluded');
  const involved = eligible - of('without-ai');
  const contained = involved - of('escalated');
  return {
    coverage: wilson(involved, eligible),
    firstContactResolution: wilson(counts.firstContact ?? 0, involved),
    aiResolution: wilson(of('ai-resolved'), involved),
    automation: wilson(of('ai-resolved'), eligible),
    escalation: wilson(of('escalated'), involved),
    containment: wilson(contained, involved),
    containmentGap: wilson(contained - of('ai-resolved'), involved),
    reversal: wilson(of('reversed'), of('ai-resolved') + of('reversed')),
  };
}

const withZeros = (
  counts: Readonly<Partial<Record<Outcome, number>>>,
): Readonly<Record<Outcome, number>> =>
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, counts[outcome] ?? 0])) as Record<
    Outcome,
    number
  >;

const ratingOf = (sum: number, answered: number, asked: number): RatingMeasure | null =>
  answered === 0 ? null : { n: answered, mean: sum / answered, answered, asked };
