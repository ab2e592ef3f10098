import type { Administration } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { usageTotals, type UsageTotal } from './usage-total';
import { workWords } from './work-words';

export interface CostRowView {
  readonly key: string;
  readonly name: string;
  /** Of the largest of its table, 0..1, for the bar. */
  readonly share: number;
  readonly points: string;
  readonly requests: string;
  readonly statements: string;
  readonly time: string;
  readonly runs: string;
}

export interface CostView {
  /** What the busiest day used of what Jira gives. */
  readonly summary: string;
  readonly days: readonly CostRowView[];
  readonly kinds: readonly CostRowView[];
}

/** Jira's points an hour for an app. */
export const POINTS_PER_HOUR = 65_000;
const HOURS_OF_DAY = 24;

/** null before the first background work was counted. */
export function prepareCost({ usage }: Administration, formats: Formats): CostView | null {
  const { t, date, count, percent } = formats;
  const days = usageTotals(usage, 'day');
  const busiest = days.reduce<UsageTotal | null>(
    (most, day) => (most === null || day.restPoints > most.restPoints ? day : most),
    null,
  );
  if (busiest === null) return null;
  const allowed = POINTS_PER_HOUR * HOURS_OF_DAY;
  const kinds = [...usageTotals(usage, 'work')].sort((a, b) => b.restPoints - a.restPoints);
  return {
    summary: t('admin.cost.summary', {
      day: date(busiest.key),
      points: count(busiest.restPoints),
      allowed: count(allowed),
      share: percent(busiest.restPoints / allowed),
    }),
    days: rowsOf(days, date, formats),
    kinds: rowsOf(kinds, (work) => workWords(work, t), formats),
  };
}

function rowsOf(
  totals: readonly UsageTotal[],
  nameOf: (key: string) => string,
  { count, duration }: Formats,
): readonly CostRowView[] {
  const most = Math.max(1, ...totals.map(({ restPoints }) => restPoints));
  return totals.map((total) => ({
    key: total.key,
    name: nameOf(total.key),
    share: total.restPoints / most,
    points: count(total.restPoints),
    requests: count(total.restRequests),
    statements: count(total.sqlStatements),
    time: duration(total.durationMs),
    runs: count(total.runs),
  }));
}
