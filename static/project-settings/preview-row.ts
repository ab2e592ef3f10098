import type { Rate } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { differenceWords, rateWords } from './preview-words';

/** A number by the settings in force and by the draft. */
export interface PreviewRowView {
  readonly id: string;
  readonly name: string;
  /** What the number means; null for those that say it all. */
  readonly definition: string | null;
  readonly now: string;
  readonly draft: string;
  readonly difference: string;
  readonly isChanged: boolean;
}

type Named = Pick<PreviewRowView, 'id' | 'name' | 'definition'>;

interface Compared<T> extends Named {
  readonly was: T;
  readonly now: T;
}

/** @param inWords - of the rates; their difference is in points */
export const rateRow = (
  { was, now, ...named }: Compared<Rate | null>,
  inWords: (value: number) => string,
  formats: Formats,
): PreviewRowView => ({
  ...named,
  now: rateWords(was, inWords, formats),
  draft: rateWords(now, inWords, formats),
  difference: differenceWords(was?.value ?? null, now?.value ?? null, formats.points, formats),
  isChanged: was?.numerator !== now?.numerator || was?.denominator !== now?.denominator,
});

export const countRow = (
  { was, now, ...named }: Compared<number>,
  formats: Formats,
): PreviewRowView => ({
  ...named,
  now: formats.count(was),
  draft: formats.count(now),
  difference: differenceWords(was, now, formats.count, formats),
  isChanged: was !== now,
});
