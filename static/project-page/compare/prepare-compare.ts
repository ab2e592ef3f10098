import type {
  DayRange,
  MttrName,
  PeriodComparison,
  RateName,
  SegmentScore,
} from '../../../src/contract';
import { RATE_CATALOGUE } from '../../../src/contract/catalogue';
import type { Formats } from '../../shared/format/formats';
import { NO_VALUE } from '../../shared/format/number-format';
import { INTERVAL } from '../../shared/prepare/kpi-card';
import { measureWords } from '../../shared/prepare/measure-points';
import { MTTRS } from '../../shared/prepare/measures';
import { lastDayOf } from '../place/days';
import type { TicketsPlace } from '../place/place';
import { ticketsBehind } from '../place/tickets-behind';
import { differenceBar, type Difference, type DifferenceBarView } from './difference-bar';

export interface ComparedValue {
  readonly value: string;
  readonly basis: string | null;
  readonly tickets: { readonly place: TicketsPlace; readonly words: string } | null;
}

export interface CompareRowView {
  readonly key: RateName | `mttr-${MttrName}`;
  readonly name: string;
  readonly earlier: ComparedValue;
  readonly later: ComparedValue;
  /** With its sign; a dash when one of the two has no data. */
  readonly difference: string;
  readonly bar: DifferenceBarView | null;
  /** "clear change", "no clear change" or "no data". */
  readonly verdict: string;
  readonly isChange: boolean;
}

export interface CompareView {
  readonly earlier: string;
  readonly later: string;
  /** The clear changes in one sentence. */
  readonly sentence: string;
  readonly rows: readonly CompareRowView[];
}

const RATES = Object.keys(RATE_CATALOGUE) as readonly RateName[];

export function prepareCompare(comparison: PeriodComparison, formats: Formats): CompareView {
  const { t } = formats;
  const rows = [...rateRows(comparison, formats), ...timeRows(comparison, formats)];
  const clear = rows.filter(({ isChange }) => isChange);
  const changes = clear
    .map(({ name, difference }) => t('trend.now', { name, value: difference }))
    .join(', ');
  const range = (period: DayRange): string => formats.dayRange(period.fromDay, lastDayOf(period));
  return {
    earlier: range(comparison.earlier),
    later: range(comparison.later),
    sentence:
      clear.length === 0 ? t('report.compare.noChange') : t('report.compare.changes', { changes }),
    rows,
  };
}

function rateRows(comparison: PeriodComparison, formats: Formats): readonly CompareRowView[] {
  const { changes, earlier, later } = comparison;
  const farthest = farthestOf(
    RATES.flatMap((name) => changes[name] ?? []).flatMap(({ low, high }) => [low, high]),
  );
  return RATES.map((name) => {
    const title = formats.t.kpiTitle(name);
    const change = changes[name];
    return {
      key: name,
      name: title,
      earlier: rateValue(name, title, earlier, formats),
      later: rateValue(name, title, later, formats),
      ...differenceOf(change, farthest, formats.points, formats),
    };
  });
}

function timeRows(comparison: PeriodComparison, formats: Formats): readonly CompareRowView[] {
  const { timeChangesMs, earlier, later } = comparison;
  const farthest = farthestOf(
    MTTRS.flatMap((name) => timeChangesMs[name] ?? []).flatMap(({ lowMs, highMs }) => [
      lowMs,
      highMs,
    ]),
  );
  return MTTRS.map((name) => {
    const title = formats.t(`kpi.mttr.title.${name}`);
    const change = timeChangesMs[name];
    const difference =
      change === null
        ? null
        : {
            value: change.valueMs,
            low: change.lowMs,
            high: change.highMs,
            isChange: change.isChange,
          };
    return {
      key: `mttr-${name}`,
      name: title,
      earlier: timeValue(name, title, earlier, formats),
      later: timeValue(name, title, later, formats),
      ...differenceOf(difference, farthest, formats.duration, formats),
    };
  });
}

/** @param farthest - the bar's ends, from zero */
function differenceOf(
  difference: Difference | null,
  farthest: number,
  inWords: (size: number) => string,
  { t, percent }: Formats,
): Pick<CompareRowView, 'difference' | 'bar' | 'verdict' | 'isChange'> {
  if (difference === null) {
    return { difference: NO_VALUE, bar: null, verdict: t('trend.noData'), isChange: false };
  }
  const signed = (value: number): string => `${value < 0 ? '−' : '+'}${inWords(Math.abs(value))}`;
  const { value, low, high, isChange } = difference;
  return {
    difference: signed(value),
    bar: differenceBar(
      difference,
      farthest,
      t('kpi.interval', { level: percent(INTERVAL), low: signed(low), high: signed(high) }),
    ),
    verdict: t(isChange ? 'report.compare.clear' : 'kpi.change.unclear'),
    isChange,
  };
}

type Side = DayRange & { readonly score: SegmentScore };
const NO_DATA: ComparedValue = { value: NO_VALUE, basis: null, tickets: null };

function rateValue(name: RateName, title: string, side: Side, formats: Formats): ComparedValue {
  const rate = side.score.rates[name];
  if (rate === null) return NO_DATA;
  const { numerator, denominator } = rate;
  return {
    value: measureWords(name, formats)(rate.value),
    basis: formats.t('report.trends.of', { numerator, denominator }),
    tickets:
      numerator === 0
        ? null
        : {
            place: ticketsBehind({ cohort: `rate:${name}`, count: numerator, period: side }),
            words: formats.t.plural('report.compare.link', numerator, { name: title }),
          },
  };
}

function timeValue(name: MttrName, title: string, side: Side, formats: Formats): ComparedValue {
  const time = side.score.timeToResolve[name];
  if (time === null) return NO_DATA;
  return {
    value: formats.duration(time.meanMs),
    basis: formats.t('report.breakdown.median', {
      median: formats.duration(time.medianMs),
      n: time.n,
    }),
    tickets: {
      place: ticketsBehind({ cohort: `time:${name}`, count: time.n, period: side }),
      words: formats.t.plural('report.compare.link', time.n, { name: title }),
    },
  };
}

const farthestOf = (bounds: readonly number[]): number =>
  Math.max(0, ...bounds.map((bound) => Math.abs(bound)));
