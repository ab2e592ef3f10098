import type { Rate } from '../../src/contract';
import { NO_VALUE } from '../shared/format/number-format';
import type { Formats } from '../shared/format/formats';

/** `44 % (53 of 120)`; a dash without a denominator. */
export function rateWords(
  rate: Rate | null,
  inWords: (value: number) => string,
  { t }: Formats,
): string {
  if (rate === null) return NO_VALUE;
  const { value, numerator, denominator } = rate;
  return t('settings.preview.rate', { value: inWords(value), numerator, denominator });
}

/** With its sign, a true minus; "same" for no difference, a dash where one of the two is missing. */
export function differenceWords(
  was: number | null,
  now: number | null,
  inWords: (size: number) => string,
  { t }: Formats,
): string {
  if (was === null && now === null) return NO_VALUE;
  if (was === null || now === null) return t('settings.preview.noDifference');
  if (was === now) return t('settings.preview.same');
  return `${now < was ? '−' : '+'}${inWords(Math.abs(now - was))}`;
}
