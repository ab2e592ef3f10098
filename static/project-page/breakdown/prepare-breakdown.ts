import type {
  Breakdown,
  BreakdownRow,
  MttrName,
  RateName,
  SegmentScore,
} from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';
import { NO_VALUE } from '../../shared/format/number-format';
import { INTERVAL, type IntervalView } from '../../shared/prepare/kpi-card';
import { measureTitle, measureWords } from '../../shared/prepare/measure-points';
import type { BreakdownPlace, SegmentChoice, TicketsPlace } from '../place/place';
import { ticketsBehind } from '../place/tickets-behind';
import {
  BREAKDOWN_RATES,
  BREAKDOWN_TIMES,
  cohortOf,
  type BreakdownColumn,
} from './breakdown-columns';
import { sortRows } from './sort-rows';

export interface NumberCell {
  /** A dash without data. */
  readonly value: string;
  /** "3 of 20", "median 2 h"; null when there is nothing to add. */
  readonly basis: string | null;
  readonly interval: IntervalView | null;
  /** For hovering: the interval of a mean, which is on no common track; null without one. */
  readonly exact: string | null;
  /** The interval is so wide that the value says little. */
  readonly isTooFew: boolean;
  /** What is listed by a click, in words, and where; null when nothing is. */
  readonly tickets: { readonly place: TicketsPlace; readonly words: string } | null;
}

type NumberColumn = Exclude<BreakdownColumn, 'segment'>;

export interface BreakdownRowView {
  readonly key: string;
  readonly label: string;
  readonly cells: Readonly<Record<NumberColumn, NumberCell>>;
}

/** Wider than that, an interval does not tell a good share from a bad one. */
const TOO_WIDE = 0.4;

export function prepareRows(
  breakdown: Breakdown,
  { sort, order }: BreakdownPlace,
  formats: Formats,
): readonly BreakdownRowView[] {
  const labelled = breakdown.rows.map((row) => ({
    ...row,
    words: labelOf(breakdown, row, formats),
  }));
  return sortRows(labelled, sort, order).map((row) => {
    const segment: SegmentChoice = {
      dimension: breakdown.dimension,
      value: row.segment,
      label: row.label === row.segment ? null : row.label,
    };
    return {
      key: row.segment === null ? 'none' : `segment:${row.segment}`,
      label: row.words,
      cells: cellsOf(row, row.words, { breakdown, segment }, formats),
    };
  });
}

/** The line of all tickets together. */
export function prepareTotal(breakdown: Breakdown, formats: Formats): BreakdownRowView {
  const label = formats.t('report.breakdown.total');
  return {
    key: 'total',
    label,
    cells: cellsOf(breakdown.total, label, { breakdown, segment: null }, formats),
  };
}

function labelOf(
  { dimension }: Breakdown,
  { segment, label }: BreakdownRow,
  { t }: Formats,
): string {
  if (segment === null) return t(`report.none.${dimension}`);
  return label ?? t('report.breakdown.unnamed');
}

interface Where {
  readonly breakdown: Breakdown;
  readonly segment: SegmentChoice | null;
}

function cellsOf(
  score: SegmentScore,
  label: string,
  where: Where,
  formats: Formats,
): Readonly<Record<NumberColumn, NumberCell>> {
  const tickets = (column: NumberColumn, count: number): NumberCell['tickets'] => {
    if (count === 0) return null;
    const { period } = where.breakdown;
    return {
      place: ticketsBehind({
        cohort: cohortOf(column),
        count,
        period,
        ...(where.segment !== null && { segment: where.segment }),
      }),
      words: formats.t.plural('report.breakdown.link', count, {
        segment: label,
        column: columnLabel(column, formats),
      }),
    };
  };
  const cells: [NumberColumn, NumberCell][] = [
    [
      'episodes',
      {
        ...NO_CELL,
        value: formats.count(score.episodes),
        basis:
          score.provisional === 0
            ? null
            : formats.t('report.breakdown.provisional', { count: score.provisional }),
        tickets: tickets('episodes', score.episodes),
      },
    ],
    ...BREAKDOWN_RATES.map((name): [NumberColumn, NumberCell] => [
      name,
      rateCell(name, score, formats, (count) => tickets(name, count)),
    ]),
    ...BREAKDOWN_TIMES.map((name): [NumberColumn, NumberCell] => [
      `mttr-${name}`,
      timeCell(name, score, formats, (count) => tickets(`mttr-${name}`, count)),
    ]),
  ];
  return Object.fromEntries(cells) as Record<NumberColumn, NumberCell>;
}

type TicketsOf = (count: number) => NumberCell['tickets'];
export const NO_CELL: NumberCell = {
  value: NO_VALUE,
  basis: null,
  interval: null,
  exact: null,
  isTooFew: false,
  tickets: null,
};

export function rateCell(
  name: RateName,
  { rates }: SegmentScore,
  formats: Formats,
  ticketsOf: TicketsOf,
): NumberCell {
  const rate = rates[name];
  if (rate === null) return NO_CELL;
  const { value, numerator, denominator, low, high } = rate;
  const inWords = measureWords(name, formats);
  return {
    value: inWords(value),
    basis: formats.t('report.trends.of', { numerator, denominator }),
    interval: {
      low,
      high,
      value,
      label: formats.t('kpi.interval', {
        level: formats.percent(INTERVAL),
        low: inWords(low),
        high: inWords(high),
      }),
    },
    exact: null,
    isTooFew: high - low > TOO_WIDE,
    tickets: ticketsOf(numerator),
  };
}

export function timeCell(
  name: MttrName,
  { timeToResolve }: SegmentScore,
  { duration, percent, t }: Formats,
  ticketsOf: TicketsOf,
): NumberCell {
  const time = timeToResolve[name];
  if (time === null) return NO_CELL;
  return {
    ...NO_CELL,
    value: duration(time.meanMs),
    exact:
      time.interval === null
        ? null
        : t('kpi.interval', {
            level: percent(INTERVAL),
            low: duration(time.interval.lowMs),
            high: duration(time.interval.highMs),
          }),
    basis: t('report.breakdown.median', { median: duration(time.medianMs), n: time.n }),
    tickets: ticketsOf(time.n),
  };
}

export function columnLabel(column: BreakdownColumn, formats: Formats): string {
  if (column === 'segment') return formats.t('report.breakdown.segment');
  if (column === 'episodes') return formats.t('report.tickets');
  return measureTitle(column, formats);
}
