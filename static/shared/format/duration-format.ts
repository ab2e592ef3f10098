import type { NumberFormat } from './number-format';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** Keeps a number and its unit on one line. */
const NBSP = '\u00a0';

export interface DurationFormat {
  /** One unit, as short as reads well: `45 s`, `12 min`, `3.4 h`, `2.1 d`. */
  readonly duration: (ms: number) => string;
  /** Every unit down to the second: `1 d 3 h 12 min 5 s`. */
  readonly exactDuration: (ms: number) => string;
  /** What is left, rounded down to its largest unit and the next: `4 d 3 h`. */
  readonly remaining: (ms: number) => string;
}

export function createDurationFormat({ count, decimal }: NumberFormat): DurationFormat {
  const parts = (ms: number): readonly string[] => {
    const units = [
      [Math.floor(ms / DAY_MS), 'd'],
      [Math.floor((ms % DAY_MS) / HOUR_MS), 'h'],
      [Math.floor((ms % HOUR_MS) / MINUTE_MS), 'min'],
      [Math.floor((ms % MINUTE_MS) / SECOND_MS), 's'],
    ] as const;
    return units.flatMap(([amount, unit]) =>
      amount > 0 ? [`${count(amount)}${NBSP}${unit}`] : [],
    );
  };

  return {
    duration: (ms) => {
      if (ms > 0 && ms < SECOND_MS) return `<${NBSP}1${NBSP}s`;
      // The rounded amount decides, so that 59.7 s reads 1 min and not 60 s.
      const seconds = Math.round(ms / SECOND_MS);
      if (seconds < 60) return `${count(seconds)}${NBSP}s`;
      const minutes = Math.round(ms / MINUTE_MS);
      if (minutes < 60) return `${count(minutes)}${NBSP}min`;
      const tenthsOfHours = Math.round((ms / HOUR_MS) * 10);
      if (tenthsOfHours < 240) return `${decimal(tenthsOfHours / 10, 1)}${NBSP}h`;
      const days = ms / DAY_MS;
      return `${decimal(days, days < 100 ? 1 : 0)}${NBSP}d`;
    },
    exactDuration: (ms) => {
      const all = parts(Math.round(ms / SECOND_MS) * SECOND_MS);
      return all.length === 0 ? `${count(0)}${NBSP}s` : all.join(' ');
    },
    remaining: (ms) => {
      if (ms < MINUTE_MS) return `under 1${NBSP}min`;
      const smallestMs = ms >= DAY_MS ? HOUR_MS : MINUTE_MS;
      return parts(Math.floor(ms / smallestMs) * smallestMs).join(' ');
    },
  };
}
