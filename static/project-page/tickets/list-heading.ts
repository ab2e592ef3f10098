import type { DayRange, TicketList } from '../../../src/contract';
import { COHORTS } from '../../../src/contract/catalogue';
import type { Formats } from '../../shared/format/formats';
import { isSameRange, lastDayOf } from '../place/days';
import { cohortName, cohortWords } from './cohort-words';

/** Every day there is. */
export const ALL_DAYS: DayRange = { fromDay: '1970-01-01', toDay: '9999-12-31' };

export const isAllDays = (period: DayRange): boolean => isSameRange(period, ALL_DAYS);

export interface ListHeading {
  /** "AI resolution: 53 tickets that the AI resolved and that held, decided 1 Feb – 2 Mar 2026". */
  readonly title: string;
  /** Why the list is longer or shorter than the number clicked; null when it is not. */
  readonly difference: string | null;
}

/** @param clicked - the number that was clicked to get here; null when none was */
export function prepareListHeading(
  list: TicketList,
  clicked: number | null,
  formats: Formats,
): ListHeading {
  const { t, ago } = formats;
  const { cohort, total, computedAt, asOf } = list;
  const title = t('report.list.title', {
    name: cohortName(cohort, t),
    words: cohortWords(cohort, total, t),
    when: whenOf(list, formats),
  });
  if (clicked === null || clicked === total) return { title, difference: null };
  return {
    title,
    difference: t.plural('report.list.changed', Math.abs(total - clicked), {
      clicked,
      total,
      ago: ago(computedAt ?? asOf, Date.parse(asOf)),
    }),
  };
}

/** Begins with a comma, or is empty where no day matters. */
function whenOf({ cohort, period }: TicketList, formats: Formats): string {
  const { t } = formats;
  if (isAllDays(period) || COHORTS[cohort].isOfAnyDay === true) return '';
  const range = formats.dayRange(period.fromDay, lastDayOf(period));
  // What is not decided counts for the day of its opening.
  const isDecided = !['all', 'outcome:open', 'outcome:excluded'].includes(cohort);
  return t(isDecided ? 'report.list.decided' : 'report.list.decidedOrOpened', { range });
}
