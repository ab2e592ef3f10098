import {
  addDays,
  dayIn,
  daysBetween,
  isDay,
  lastDayOf,
  periodEndingWith,
} from '../../../../static/project-page/place/days';

it('knows the days of the calendar', () => {
  expect(['2026-02-28', '2024-02-29'].every(isDay)).toBe(true);
  expect(['2026-02-29', '2026-2-1', '2026-13-01', '', 'today'].some(isDay)).toBe(false);
});

it('counts over the end of a month and a change of the clock', () => {
  expect(addDays('2026-02-27', 3)).toBe('2026-03-02');
  expect(addDays('2026-03-30', -2)).toBe('2026-03-28');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
});

it('reads the day off the clock of the zone', () => {
  expect(dayIn('2026-03-10T03:00:00Z', 'America/New_York')).toBe('2026-03-09');
  expect(dayIn('2026-03-10T20:00:00Z', 'Asia/Kolkata')).toBe('2026-03-11');
});

it('ends a period with a day that is inside', () => {
  const period = periodEndingWith('2026-03-10', 7);
  expect(period).toEqual({ fromDay: '2026-03-04', toDay: '2026-03-11' });
  expect(lastDayOf(period)).toBe('2026-03-10');
});
