import type { Texts } from '../texts/texts';
import type { NumberFormat } from './number-format';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export interface DurationFormat {
  /** One unit, as short as reads well: `45 s`, `12 min`, `3.4 h`, `2.1 d`. */
  readonly duration: (ms: number) => string;
  /** Every unit down to the second: `1 d 3 h 12 min 5 s`. */
  readonly exactDuration: (ms: number) => string;
  /** What is left, rounded down to its largest unit and the next: `4 d 3 h`. */
  readonly remaining: (ms: number) => string;
}

export function createDurationFormat({ count, decimal }: NumberFormat, t: Texts): DurationFormat {
  const parts = (ms: number): readonly string[] => {
    const units = [
      [Math.floor(ms / DAY_MS), 'unit.day'],
      [Math.floor((ms % DAY_MS) / HOUR_MS), 'unit.hour'],
      [Math.floor((ms % HOUR_MS) / MINUTE_MS), 'unit.minute'],
      [Math.floor((ms % MINUTE_MS) / SECOND_MS), 'unit.second'],
    ] as const;
    return units.flatMap(([amount, unit]) =>
      amount > 0 ? [t(unit, { amount: count(amount) })] : [],
    );
  };

  return {
    duration: (ms) => {
      if (ms > 0 && ms < SECOND_MS) return t('unit.underSecond');
      // The rounded amount decides, so that 59.7 s reads 1 min and not 60 s.
      const seconds = Math.round(ms / SECOND_MS);
      if (seconds < 60) return t('unit.second', { amount: count(seconds) });
      const minutes = Math.round(ms / MINUTE_MS);
      if (minutes < 60) return t('unit.minute', { amount: count(minutes) });
      const tenthsOfHours = Math.round((ms / HOUR_MS) * 10);
      if (tenthsOfHours < 240) return t('unit.hour', { amount: decimal(tenthsOfHours / 10, 1) });
      const days = ms / DAY_MS;
      return t('unit.day', { amount: decimal(days, days < 100 ? 1 : 0) });
    },
    exactDuration: (ms) => {
      const all = parts(Math.round(ms / SECOND_MS) * SECOND_MS);
      return all.length === 0 ? t('unit.second', { amount: count(0) }) : all.join(' ');
    },
    remaining: (ms) => {
      if (ms < MINUTE_MS) return t('unit.underMinute');
      const smallestMs = ms >= DAY_MS ? HOUR_MS : MINUTE_MS;
      return parts(Math.floor(ms / smallestMs) * smallestMs).join(' ');
    },
  };
}
