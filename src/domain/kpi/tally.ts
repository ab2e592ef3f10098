import { isAiResolution, isHumanResolution } from '../outcome/classify';
import { OUTCOMES, type Outcome } from '../outcome/outcome';
import { isMature, type Verdict } from '../outcome/verdict';
import { elapsedMs, type EpochMs } from '../time';
import {
  EMPTY_HISTOGRAM,
  HistogramBuilder,
  mergeHistograms,
  type DurationHistogram,
} from './duration-histogram';

/** The counters of a tally, by name. */
export const COUNTS = [
  'tickets',
  'openTickets',
  'episodes',
  'reopenMoves',
  'reopenedTickets',
  /** Mature `ai-resolved` with first contact. */
  'firstContact',
  'decided',
  'decidedTouchedByUnknown',
  'aiResolutions',
  'aiResolutionsRepeated',
  'humanResolutions',
  'humanResolutionsRepeated',
  'aiResolved',
  'aiRated',
  'aiRatingSum',
  'humanResolved',
  'humanRated',
  'humanRatingSum',
] as const;
export type CountName = (typeof COUNTS)[number];

export const DURATIONS = [
  'episode',
  'ai',
  'human',
  'machine',
  'active',
  'business',
  'native',
] as const;
export type DurationName = (typeof DURATIONS)[number];

/** Of what a roll-up stores. Roll-ups of another format are rebuilt once; 2 knows sums of squares. */
export const TALLY_FORMAT = 2;

/**
 * Everything that the KPIs of a set of episodes and tickets are made of. Tallies of disjoint sets
 * merge, in any order and grouping, to the tally of the union.
 */
export interface Tally {
  /** All episodes, by outcome; outcomes that did not occur are left out. */
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** The mature decided ones: what rates are made of. */
  readonly mature: Readonly<Partial<Record<Outcome, number>>>;
  /** The decided ones that are not mature yet. */
  readonly provisional: Readonly<Partial<Record<Outcome, number>>>;
  readonly counts: Readonly<Partial<Record<CountName, number>>>;
  readonly durations: Readonly<Partial<Record<DurationName, DurationHistogram>>>;
}

export const EMPTY_TALLY: Tally = {
  outcomes: {},
  mature: {},
  provisional: {},
  counts: {},
  durations: {},
};

/** What a tally needs of a ticket besides its episodes. */
export interface TicketFigures {
  readonly openedAt: EpochMs;
  /** null, or later than `asOf`: the desk has not resolved it. */
  readonly nativeResolvedAt: EpochMs | null;
  /** Moves from done to not done. */
  readonly reopenMoves: number;
  readonly isOpen: boolean;
}

/** Counts verdicts and tickets as they stand at `asOf`. */
export class TallyBuilder {
  readonly #asOf: EpochMs;
  readonly #outcomes: Counter<Outcome> = {};
  readonly #mature: Counter<Outcome> = {};
  readonly #provisional: Counter<Outcome> = {};
  readonly #counts: Counter<CountName> = {};
  readonly #durations = new Map<DurationName, HistogramBuilder>();

  constructor(asOf: EpochMs) {
    this.#asOf = asOf;
  }

  addTicket({ openedAt, nativeResolvedAt, reopenMoves, isOpen }: TicketFigures): void {
    count(this.#counts, 'tickets');
    count(this.#counts, 'reopenMoves', reopenMoves);
    if (reopenMoves > 0) count(this.#counts, 'reopenedTickets');
    if (isOpen) count(this.#counts, 'openTickets');
    if (nativeResolvedAt !== null && nativeResolvedAt <= this.#asOf) {
      this.#time('native', elapsedMs(openedAt, nativeResolvedAt));
    }
  }

  addVerdict(verdict: Verdict): void {
    const { outcome } = verdict;
    count(this.#counts, 'episodes');
    count(this.#outcomes, outcome);
    if (verdict.maturesAt !== null) {
      const counts = isMature(verdict, this.#asOf);
      count(counts ? this.#mature : this.#provisional, outcome);
      count(this.#counts, 'decided');
      if (verdict.isTouchedByUnknown) count(this.#counts, 'decidedTouchedByUnknown');
      if (counts) this.#addMature(verdict);
    }
    this.#addResolved(verdict);
  }

  #addMature(verdict: Verdict): void {
    if (verdict.outcome === 'ai-resolved' && verdict.firstContact) {
      count(this.#counts, 'firstContact');
    }
    if (verdict.hasRepeatContact === null) return;
    if (isAiResolution(verdict)) {
      count(this.#counts, 'aiResolutions');
      if (verdict.hasRepeatContact) count(this.#counts, 'aiResolutionsRepeated');
    } else if (isHumanResolution(verdict)) {
      count(this.#counts, 'humanResolutions');
      if (verdict.hasRepeatContact) count(this.#counts, 'humanResolutionsRepeated');
    }
  }

  #addResolved(verdict: Verdict): void {
    const { episodeMs, activeMs, businessMs, machineMs } = verdict;
    if (episodeMs === null) return;
    this.#time('episode', episodeMs);
    if (activeMs !== null) this.#time('active', activeMs);
    if (businessMs !== null) this.#time('business', businessMs);
    if (verdict.outcome === 'ai-resolved') {
      this.#time('ai', episodeMs);
      if (machineMs !== null) this.#time('machine', machineMs);
    }
    if (isHumanResolution(verdict)) this.#time('human', episodeMs);
    if (isAiResolution(verdict)) this.#rate('ai', verdict.rating);
    else if (isHumanResolution(verdict)) this.#rate('human', verdict.rating);
  }

  #rate(by: 'ai' | 'human', rating: number | null): void {
    count(this.#counts, `${by}Resolved`);
    if (rating === null) return;
    count(this.#counts, `${by}Rated`);
    count(this.#counts, `${by}RatingSum`, rating);
  }

  #time(name: DurationName, ms: number): void {
    let histogram = this.#durations.get(name);
    if (histogram === undefined) {
      histogram = new HistogramBuilder();
      this.#durations.set(name, histogram);
    }
    histogram.add(ms);
  }

  build(): Tally {
    return {
      outcomes: { ...this.#outcomes },
      mature: { ...this.#mature },
      provisional: { ...this.#provisional },
      counts: { ...this.#counts },
      durations: Object.fromEntries(
        [...this.#durations].map(([name, histogram]) => [name, histogram.build()]),
      ),
    };
  }
}

export function mergeTallies(tallies: Iterable<Tally>): Tally {
  const all = [...tallies];
  const sum = <K extends string>(
    keys: readonly K[],
    pick: (tally: Tally) => Readonly<Partial<Record<K, number>>>,
  ): Partial<Record<K, number>> => {
    const total: Counter<K> = {};
    for (const tally of all) for (const key of keys) count(total, key, pick(tally)[key] ?? 0);
    return total;
  };
  const durations: Partial<Record<DurationName, DurationHistogram>> = {};
  for (const name of DURATIONS) {
    const merged = mergeHistograms(all.map((tally) => tally.durations[name] ?? EMPTY_HISTOGRAM));
    if (merged.n > 0) durations[name] = merged;
  }
  return {
    outcomes: sum(OUTCOMES, (tally) => tally.outcomes),
    mature: sum(OUTCOMES, (tally) => tally.mature),
    provisional: sum(OUTCOMES, (tally) => tally.provisional),
    counts: sum(COUNTS, (tally) => tally.counts),
    durations,
  };
}

type Counter<K extends string> = Partial<Record<K, number>>;

/** Keys that would stay at nothing are left out, so that equal tallies are equal data. */
function count<K extends string>(counter: Counter<K>, key: K, by = 1): void {
  if (by !== 0) counter[key] = (counter[key] ?? 0) + by;
}
