import type { Texts } from '../texts/texts';

/** "Today", or "7 days". */
export const periodLabel = (days: number, t: Texts): string =>
  days === 1 ? t('common.today') : t.plural('common.periodDays', days);
