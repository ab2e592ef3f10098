import {
  TOLD_RATES,
  type DeskKpis,
  type DeskScorecard,
  type Rate,
  type RateName,
  type ReadDeskKpisInput,
  type ToldKpis,
  type ToldRate,
} from '../contract';
import { DEFAULT_PERIOD_DAYS } from '../contract/catalogue';
import { ok, type Result } from '../domain/app-error';
import { RATE_CATALOGUE } from '../domain/kpi/catalogue';
import { HOUR_MS } from '../domain/time';
import { readDeskScorecard, type ScorecardDeps } from './read-desk-scorecard';

/**
 * The desk's rates and its mean time to resolve, for rules and agents. For people who may browse it. Two
 * statements.
 */
export async function tellDeskKpis(
  deps: ScorecardDeps,
  { project, days }: ReadDeskKpisInput,
): Promise<Result<ToldKpis>> {
  const periodDays = days ?? DEFAULT_PERIOD_DAYS;
  const read = await readDeskScorecard(deps, { project, periodDays });
  if (!read.ok) return read;
  const kpis = kpisOf(read.value);
  const rates = Object.fromEntries(
    TOLD_RATES.map((name) => [name, kpis.rates[name]?.value ?? null]),
  ) as Pick<ToldKpis, (typeof TOLD_RATES)[number]>;
  return ok({
    message: inWords(read.value.desk.name, kpis),
    figures: JSON.stringify(kpis),
    computedAt: kpis.computedAt,
    meanHoursToResolve: kpis.hoursToResolve?.mean ?? null,
    ...rates,
  });
}

const RATE_NAMES = Object.keys(RATE_CATALOGUE) as readonly RateName[];

function kpisOf({
  desk,
  period,
  computedAt,
  backfill: { finishedAt },
  score,
  timeIntervalsMs,
}: DeskScorecard): DeskKpis {
  const { episode } = score.timeToResolveMs;
  const bounds = timeIntervalsMs.episode;
  const rates = RATE_NAMES.map((name) => [name, toldRate(name, score.rates[name])] as const);
  return {
    project: desk.key,
    days: period.days,
    fromDay: period.fromDay,
    toDay: period.toDay,
    computedAt,
    // ISO 8601 in UTC: later is greater.
    isComplete: finishedAt !== null && computedAt !== null && computedAt >= finishedAt,
    rates: Object.fromEntries(rates) as DeskKpis['rates'],
    hoursToResolve:
      episode === null
        ? null
        : {
            mean: episode.mean / HOUR_MS,
            n: episode.n,
            low: bounds === null ? null : bounds.lowMs / HOUR_MS,
            high: bounds === null ? null : bounds.highMs / HOUR_MS,
          },
  };
}

function toldRate(name: RateName, rate: Rate | null): ToldRate | null {
  if (rate === null) return null;
  const { value, numerator, denominator, low, high } = rate;
  const bounds = name === 'containmentGap' ? { low: null, high: null } : { low, high };
  return { value, numerator, n: denominator, ...bounds };
}

function inWords(
  desk: string,
  { days, computedAt, isComplete, rates, hoursToResolve }: DeskKpis,
): string {
  const period = `${days === 1 ? '1 day' : `${days} days`} up to ${computedAt ?? 'now'}`;
  return [
    `Desk ${desk}, ${period}; rates are of mature episodes.`,
    ...(isComplete ? [] : ["The desk's history is not read yet: a part is missing."]),
    ...RATE_NAMES.map((name) => `${RATE_CATALOGUE[name].title}: ${rateInWords(rates[name])}`),
    `Mean time to resolve: ${hoursInWords(hoursToResolve)}`,
  ].join('\n');
}

const rateInWords = (rate: ToldRate | null): string =>
  rate === null
    ? 'no data'
    : `${percent(rate.value)} (${rate.numerator} of ${rate.n}${interval(rate, percent)})`;

const hoursInWords = (hours: DeskKpis['hoursToResolve']): string =>
  hours === null
    ? 'no data'
    : `${inHours(hours.mean)} (${hours.n} episodes${interval(hours, inHours)})`;

const interval = (
  { low, high }: Pick<ToldRate, 'low' | 'high'>,
  format: (value: number) => string,
): string =>
  low === null || high === null ? '' : `, 95 % interval ${format(low)} to ${format(high)}`;

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
const inHours = (hours: number): string => `${hours.toFixed(1)} h`;
