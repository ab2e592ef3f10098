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

/** Everything that turns figures into strings for one viewer. */
export type Formats = NumberFormat & DurationFormat & TimeFormat;

export function createFormats({ locale, timeZone }: Viewer): Formats {
  const numbers = createNumberFormat(locale);
  return {
    ...numbers,
    ...createDurationFormat(numbers),
    ...createTimeFormat(locale, timeZone),
  };
}
