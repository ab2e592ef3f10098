import type { DayRange } from '../../../src/contract';
import { isDay } from './days';

/** Reads choices out of an address, which anybody may have written: what is unknown is a default. */
export interface QueryReader {
  readonly text: (name: string) => string | null;
  readonly oneOf: <T extends string>(name: string, known: readonly T[], otherwise: T) => T;
  readonly oneOfNumbers: <T extends number>(name: string, known: readonly T[], otherwise: T) => T;
  /** A whole number from 0 to the most there can be; null otherwise. */
  readonly count: (name: string, most?: number) => number | null;
  /** Two days that follow each other, the second outside; null otherwise. */
  readonly range: (from: string, to: string) => DayRange | null;
}

export function readQuery(search: string): QueryReader {
  const params = new URLSearchParams(search);
  const text = (name: string): string | null => params.get(name);
  const day = (name: string): string | null => {
    const value = text(name);
    return value !== null && isDay(value) ? value : null;
  };
  return {
    text,
    oneOf: (name, known, otherwise) => known.find((each) => each === text(name)) ?? otherwise,
    oneOfNumbers: (name, known, otherwise) =>
      known.find((each) => String(each) === text(name)) ?? otherwise,
    count: (name, most = Number.MAX_SAFE_INTEGER) => {
      const value = text(name);
      return value !== null && /^\d+$/.test(value) && Number(value) <= most ? Number(value) : null;
    },
    range: (from, to) => {
      const [fromDay, toDay] = [day(from), day(to)];
      return fromDay !== null && toDay !== null && fromDay < toDay ? { fromDay, toDay } : null;
    },
  };
}
