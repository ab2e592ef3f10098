import type { Texts } from '../texts/texts';
import { createDurationFormat, type DurationFormat } from './duration-format';
import { createNumberFormat, type NumberFormat } from './number-format';
import { createTimeFormat, type TimeFormat } from './time-format';

/** Whose eyes the figures are for. */
export interface Viewer {
  /** BCP 47 tag that `Intl` accepts. */
  readonly locale: string;
  /** IANA zone that `Intl` accepts. */
  readonly timeZone: string;
}

/** Everything that turns figures into strings for one viewer, and the texts around them. */
export type Formats = NumberFormat &
  DurationFormat &
  TimeFormat & {
    /** `Duplicate, Cancelled and Declined`. */
    readonly list: (names: readonly string[]) => string;
    readonly t: Texts;
  };

export function createFormats({ locale, timeZone }: Viewer, t: Texts): Formats {
  const numbers = createNumberFormat(locale, t);
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    ...numbers,
    ...createDurationFormat(numbers, t),
    ...createTimeFormat(locale, timeZone, t),
    list: (names) => lists.format(names),
    t,
  };
}
