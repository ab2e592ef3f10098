import { TZDate } from '@date-fns/tz';
import { getISODay } from 'date-fns';

import { HOUR_SHARE, WEEKDAY_SHARE } from '../../../sandbox/demo/desk-figures';
import { DEMO_DESKS, HISTORY_DAYS, type DeskModel } from '../../../sandbox/demo/desk-model';
import { generateDay } from '../../../sandbox/demo/generate-day';
import { generateHistory } from '../../../sandbox/demo/generate-history';
import type { TicketScript } from '../../../sandbox/demo/ticket-script';

const START_DAY = '2026-03-02';
const isOriginal = ({ id }: TicketScript): boolean => !id.endsWith(':again');

const histories = [1, 2, 3].map((seed) => ({
  seed,
  scripts: generateHistory(DEMO_DESKS, { seed, startDay: START_DAY }),
}));
const history = histories[0]?.scripts ?? [];

it.each(histories)('seed $seed gives at least 3,000 tickets in 120 days', ({ scripts }) => {
  expect(scripts.filter(isOriginal).length).toBeGreaterThanOrEqual(3_000);
  expect(new Set(scripts.map(({ id }) => id)).size).toBe(scripts.length);
});

describe.each(DEMO_DESKS.map((desk) => [desk.key, desk] as const))('arrivals at %s', (_, desk) => {
  const weeks = Math.ceil(3_000 / desk.ticketsPerWeek);
  const opened = openingsOf(desk, weeks * 7);

  it('come at the weekly rate', () => {
    const perWeek = opened.length / weeks;
    expect(Math.abs(perWeek / desk.ticketsPerWeek - 1)).toBeLessThan(0.06);
  });

  it('follow the weekdays of a real desk, on the desk’s own clock', () => {
    const shares = sharesOf(opened.map((at) => getISODay(at) - 1));
    WEEKDAY_SHARE.forEach((share, day) => {
      expect(Math.abs((shares.get(day) ?? 0) - share)).toBeLessThan(0.025);
    });
  });

  it('follow the hours of a real desk, on the desk’s own clock', () => {
    const shares = sharesOf(opened.map((at) => at.getHours()));
    HOUR_SHARE.forEach((share, hour) => {
      expect(Math.abs((shares.get(hour) ?? 0) - share)).toBeLessThan(0.02);
    });
  });

  it('go on after the history, as before', () => {
    const later = Array.from({ length: 70 }, (__, day) =>
      generateDay(desk, HISTORY_DAYS + 1_000 + day, { seed: 1, startDay: START_DAY }),
    ).flat();
    const perWeek = later.filter(isOriginal).length / 10;
    expect(Math.abs(perWeek / desk.ticketsPerWeek - 1)).toBeLessThan(0.15);
  });
});

it('has some customers who ask far more often than others', () => {
  const perCustomer = new Map<number, number>();
  for (const { customer } of history) {
    perCustomer.set(customer, (perCustomer.get(customer) ?? 0) + 1);
  }
  const counts = [...perCustomer.values()].sort((a, b) => a - b);
  const at = (share: number): number => counts[Math.floor(share * counts.length)] ?? 0;
  expect(at(0.95)).toBeGreaterThan(2 * at(0.5));
  expect(at(0.5)).toBeGreaterThan(1);
});

it('has mostly medium priority, and every other now and then', () => {
  const shares = sharesOf(history.map(({ priority }) => priority));
  expect([...shares.keys()].sort()).toEqual(['High', 'Highest', 'Low', 'Medium']);
  expect(shares.get('Medium')).toBeCloseTo(0.94, 1);
});

function openingsOf(desk: DeskModel, days: number): readonly TZDate[] {
  return Array.from({ length: days }, (_, day) =>
    generateDay(desk, day, { seed: 11, startDay: START_DAY }),
  )
    .flat()
    .filter(isOriginal)
    .map(({ openedAtMs }) => new TZDate(openedAtMs, desk.timeZone));
}

function sharesOf<T>(values: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1 / values.length);
  return counts;
}
