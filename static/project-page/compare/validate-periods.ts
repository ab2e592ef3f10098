import { MAX_COMPARED_DAYS } from '../../../src/contract/catalogue';
import type { Texts } from '../../shared/texts/texts';
import { addDays, daysBetween, isDay } from '../place/days';
import type { TwoPeriods } from './presets';

/** As typed: both days of each period are inside. */
export interface PeriodsDraft {
  readonly earlierFirst: string;
  readonly earlierLast: string;
  readonly laterFirst: string;
  readonly laterLast: string;
}

export type Checked =
  | { readonly kind: 'valid'; readonly periods: TwoPeriods }
  | { readonly kind: 'invalid'; readonly earlier: string | null; readonly later: string | null };

/** What is wrong is said beside the period that it is wrong with. */
export function validatePeriods(draft: PeriodsDraft, today: string, t: Texts): Checked {
  const { earlierFirst, earlierLast, laterFirst, laterLast } = draft;
  const earlier = problemOf(earlierFirst, earlierLast, today, t);
  const later = problemOf(laterFirst, laterLast, today, t);
  if (earlier !== null || later !== null) return { kind: 'invalid', earlier, later };
  if (laterFirst <= earlierLast) {
    return { kind: 'invalid', earlier: null, later: t('report.compare.overlap') };
  }
  return {
    kind: 'valid',
    periods: {
      earlier: { fromDay: earlierFirst, toDay: addDays(earlierLast, 1) },
      later: { fromDay: laterFirst, toDay: addDays(laterLast, 1) },
    },
  };
}

function problemOf(first: string, last: string, today: string, t: Texts): string | null {
  if (!isDay(first) || !isDay(last)) return t('report.compare.noDay');
  if (last < first) return t('report.compare.backwards');
  if (last > today) return t('report.compare.future');
  return daysBetween(first, last) + 1 > MAX_COMPARED_DAYS
    ? t('report.compare.tooLong', { days: MAX_COMPARED_DAYS })
    : null;
}
