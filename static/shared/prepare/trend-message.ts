import type { Rate, RateName, TrendPoint } from '../../../src/contract';
import { newcombe, wilson } from '../../../src/contract/catalogue';
import type { Formats } from '../format/formats';
import { measureTitle, measureWords, type Course } from './measure-points';
import { isRate, mttrOf, type MeasureName, type TimeMeasure } from './measures';

/** What a course says, in one honest line, and how that was found. */
export interface TrendMessage {
  readonly title: string;
  readonly detail: string;
}

/** Fewer mature points than this have no first and last third to speak of. */
const FEWEST_POINTS = 6;

/**
 * Compares the last third of the mature points with the first one, each by its summed counts: a rise
 * or fall is told only when Newcombe's interval leaves out zero. Since the last change of the
 * definition, where enough points follow it. null while no point has a value.
 */
export function prepareTrendMessage(
  measure: MeasureName,
  course: Course,
  formats: Formats,
): TrendMessage | null {
  return isRate(measure)
    ? rateMessage(measure, course, formats)
    : timeMessage(measure, course, formats);
}

function rateMessage(name: RateName, course: Course, formats: Formats): TrendMessage | null {
  const { t } = formats;
  const all = summed(name, course.points);
  if (all === null) return null;
  const inWords = measureWords(name, formats);
  const title = measureTitle(name, formats);
  const overall = t('report.message.overall');
  const mature = course.points.filter(
    (point) => !point.isProvisional && point.rates[name] !== null,
  );
  const since = course.changes.findLast(
    ({ day }) => mature.filter((point) => point.day >= day).length >= FEWEST_POINTS,
  );
  const told = since === undefined ? mature : mature.filter(({ day }) => day >= since.day);
  const third = Math.floor(told.length / 3);
  const first = summed(name, told.slice(0, third));
  const last = summed(name, told.slice(-third));
  const whole = summed(name, told);
  if (told.length < FEWEST_POINTS || first === null || last === null || whole === null) {
    return {
      title: t('report.message.value', { name: title, value: inWords(all.value), when: overall }),
      detail: t('report.message.tooFew'),
    };
  }
  const difference = newcombe(last, first);
  const when =
    since === undefined
      ? overall
      : t('report.message.since', { version: since.version, day: formats.date(since.day) });
  const [from, to] = [inWords(first.value), inWords(last.value)];
  const signed = (value: number): string =>
    `${value < 0 ? '−' : '+'}${formats.points(Math.abs(value))}`;
  return {
    title: difference.isChange
      ? t(`report.message.${difference.value > 0 ? 'rose' : 'fell'}`, {
          name: title,
          from,
          to,
          when,
        })
      : t('report.message.unclear', { name: title, value: inWords(whole.value), when }),
    detail: t('report.message.detail', {
      from,
      to,
      firstCount: first.numerator,
      firstOf: first.denominator,
      lastCount: last.numerator,
      lastOf: last.denominator,
      difference: signed(difference.value),
      low: signed(difference.low),
      high: signed(difference.high),
    }),
  };
}

/** Means of buckets tell no interval, so no rise or fall is claimed. */
function timeMessage(
  measure: TimeMeasure,
  { points }: Course,
  formats: Formats,
): TrendMessage | null {
  const name = mttrOf(measure);
  const means = points.flatMap(({ timeToResolveMs }) => timeToResolveMs[name] ?? []);
  const n = means.reduce((sum, mean) => sum + mean.n, 0);
  if (n === 0) return null;
  const meanMs = means.reduce((sum, { n: size, mean }) => sum + size * mean, 0) / n;
  return {
    title: formats.t('report.message.time', {
      name: measureTitle(measure, formats),
      value: formats.duration(meanMs),
      n,
    }),
    detail: formats.t('report.message.timeDetail'),
  };
}

/** The rate of all points together; null when none of them has a denominator. */
function summed(name: RateName, points: readonly TrendPoint[]): Rate | null {
  const rates = points.flatMap(({ rates: of }) => of[name] ?? []);
  return wilson(
    rates.reduce((sum, { numerator }) => sum + numerator, 0),
    rates.reduce((sum, { denominator }) => sum + denominator, 0),
  );
}
