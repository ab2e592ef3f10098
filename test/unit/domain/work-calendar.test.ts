import { businessMs, type WorkCalendar } from '../../../src/domain/kpi/work-calendar';
import { addDays, deskDayOf, startOfDeskDay } from '../../../src/domain/kpi/desk-day';
import { deskDay, epochMs, HOUR_MS } from '../../../src/domain/time';

const at = (text: string) => epochMs(Date.parse(text));
const nineToFive = { fromMinute: 540, toMinute: 1_020 };
const calendar = (over: Partial<WorkCalendar> = {}): WorkCalendar => ({
  timeZone: 'Europe/Berlin',
  weeklyHours: [[nineToFive], [nineToFive], [nineToFive], [nineToFive], [nineToFive], [], []],
  holidays: [],
  ...over,
});
const businessHours = (over: Partial<WorkCalendar>, from: string, to: string): number =>
  businessMs(calendar(over), at(from), at(to)) / HOUR_MS;

describe('businessMs', () => {
  it.each<[string, Partial<WorkCalendar>, string, string, number]>([
    ['inside a day', {}, '2026-03-02T09:00:00Z', '2026-03-02T11:30:00Z', 2.5],
    ['over a night: 16 to 17, then 9 to 10', {}, '2026-03-02T15:00:00Z', '2026-03-03T09:00:00Z', 2],
    ['over a weekend', {}, '2026-03-06T15:00:00Z', '2026-03-09T09:00:00Z', 2],
    [
      'over a holiday',
      { holidays: ['2026-03-03'] },
      '2026-03-02T15:00:00Z',
      '2026-03-04T09:00:00Z',
      2,
    ],
    ['outside working hours', {}, '2026-03-02T20:00:00Z', '2026-03-02T23:00:00Z', 0],
    ['backwards', {}, '2026-03-03T09:00:00Z', '2026-03-02T09:00:00Z', 0],
    // India is half an hour off: 9 to 17 there is 03:30Z to 11:30Z.
    [
      'in a half-hour zone',
      { timeZone: 'Asia/Kolkata' },
      '2026-03-02T00:00:00Z',
      '2026-03-02T12:00:00Z',
      8,
    ],
  ])('counts %s', (_case, over, from, to, expected) => {
    expect(businessHours(over, from, to)).toBe(expected);
  });

  const nightShift: Partial<WorkCalendar> = {
    weeklyHours: Array.from({ length: 7 }, () => [{ fromMinute: 60, toMinute: 300 }]),
  };
  it('is an hour shorter where the clock jumps ahead inside a shift', () => {
    // Berlin, 29 March 2026: 02:00 becomes 03:00, so 1 to 5 lasts 3 h.
    expect(businessHours(nightShift, '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')).toBe(3);
  });
  it('is an hour longer where the clock falls back inside a shift', () => {
    // Berlin, 25 October 2026: 03:00 becomes 02:00, so 1 to 5 lasts 5 h.
    expect(businessHours(nightShift, '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z')).toBe(5);
  });
});

describe("a desk's days", () => {
  it('begin at midnight on its own clock', () => {
    expect(deskDayOf(at('2026-03-01T23:30:00Z'), 'Europe/Berlin')).toBe('2026-03-02');
    expect(deskDayOf(at('2026-03-02T03:30:00Z'), 'America/New_York')).toBe('2026-03-01');
    expect(startOfDeskDay(deskDay('2026-03-02'), 'Europe/Berlin')).toBe(at('2026-03-01T23:00:00Z'));
  });
  it('follow one another over a change of the clock', () => {
    expect(addDays(deskDay('2026-03-28'), 2)).toBe('2026-03-30');
    expect(addDays(deskDay('2026-03-01'), -1)).toBe('2026-02-28');
  });
});
