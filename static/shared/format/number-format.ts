import type { Texts } from '../texts/texts';

/** Shown in place of a value that does not exist; the reason stands beside it. */
export const NO_VALUE = '–';

export interface NumberFormat {
  /** A whole number with the locale's grouping. */
  readonly count: (value: number) => string;
  /** A ratio 0..1 as per cent: whole, but never rounded to a 0 % or 100 % that it is not. */
  readonly percent: (ratio: number) => string;
  /** A difference of two ratios in percentage points, with its sign kept only when negative. */
  readonly points: (difference: number) => string;
  /** A probability 0..1 as per cent, with as many decimals as keep 79.96 % apart from 80 %: at most two. */
  readonly confidence: (ratio: number) => string;
  /** At most `digits` decimals, none when they would be zero. */
  readonly decimal: (value: number, digits: number) => string;
}

export function createNumberFormat(locale: string, t: Texts): NumberFormat {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percents = [0, 1, 2].map(
    (digits) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }),
  );
  const twoDecimals = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const decimals = [0, 1, 2].map(
    (digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }),
  );
  const decimal = (value: number, digits: number): string =>
    (decimals[digits] ?? twoDecimals).format(value);

  return {
    count: (value) => whole.format(value),
    percent: (ratio) => (percents[digitsOf(ratio)] ?? twoDecimals).format(ratio),
    points: (difference) => {
      const points = difference * 100;
      const digits = Math.abs(points) > 0 && Math.abs(points) < 1 ? 1 : 0;
      return t('unit.points', { amount: decimal(points, digits) });
    },
    confidence: (ratio) => (percents[2] ?? twoDecimals).format(ratio),
    decimal,
  };
}

/** Decimals with which a ratio near an end stays apart from that end. */
function digitsOf(ratio: number): 0 | 1 | 2 {
  const distance = Math.min(Math.abs(ratio), Math.abs(1 - ratio));
  if (distance === 0 || distance >= 0.01) return 0;
  return distance >= 0.001 ? 1 : 2;
}
