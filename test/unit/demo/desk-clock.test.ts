import { createChance } from '../../../sandbox/demo/chance';
import { createDeskClock, OFFICE_HOURS, WAKING_HOURS } from '../../../sandbox/demo/desk-clock';

const iso = (atMs: number): string => new Date(atMs).toISOString();
const ms = (text: string): number => Date.parse(text);
const MINUTE_MS = 60_000;

describe('the desk clock', () => {
  const berlin = createDeskClock('2026-03-27', 'Europe/Berlin'); // a Friday

  it('counts local days and knows their weekday', () => {
    expect(berlin.weekday(0)).toBe(4);
    expect(berlin.weekday(3)).toBe(0);
    // Half past midnight in Berlin, the day before in UTC.
    expect(berlin.dayIndexOf(ms('2026-03-28T23:30:00Z'))).toBe(2);
    expect(berlin.dayIndexOf(ms('2026-03-28T22:30:00Z'))).toBe(1);
  });

  it('keeps nine o’clock at nine when the clocks change', () => {
    expect(iso(berlin.momentMs(1, 9, 15))).toBe('2026-03-28T08:15:00.000Z');
    expect(iso(berlin.momentMs(2, 9, 15))).toBe('2026-03-29T07:15:00.000Z');
  });

  it('has each desk’s own zone', () => {
    const newYork = createDeskClock('2026-03-27', 'America/New_York');
    expect(iso(newYork.momentMs(0, 9, 0))).toBe('2026-03-27T13:00:00.000Z');
  });

  it('refuses a start day that is none', () => {
    expect(() => createDeskClock('27.3.2026', 'Europe/Berlin')).toThrow('YYYY-MM-DD');
  });
});

describe('presence', () => {
  const clock = createDeskClock('2026-03-02', 'Europe/Berlin'); // a Monday; UTC+1
  const chance = createChance(1);
  const near = (at: string, after: string, presence = OFFICE_HOURS): number =>
    clock.nearestPresence({ atMs: ms(at), afterMs: ms(after) }, presence, chance);

  it('leaves a moment in office hours alone', () => {
    expect(iso(near('2026-03-02T09:00:00Z', '2026-03-01T00:00:00Z'))).toBe(
      '2026-03-02T09:00:00.000Z',
    );
  });

  it('moves an evening back into the afternoon', () => {
    const moved = near('2026-03-02T19:00:00Z', '2026-03-02T08:00:00Z');
    expect(moved).toBeLessThan(ms('2026-03-02T17:00:00Z'));
    expect(moved).toBeGreaterThanOrEqual(ms('2026-03-02T17:00:00Z') - 75 * MINUTE_MS);
  });

  it('moves it to the next morning when the afternoon is over already', () => {
    const moved = near('2026-03-02T19:00:00Z', '2026-03-02T18:00:00Z');
    expect(moved).toBeGreaterThan(ms('2026-03-03T07:00:00Z'));
    expect(moved).toBeLessThanOrEqual(ms('2026-03-03T07:00:00Z') + 75 * MINUTE_MS);
  });

  it('moves a Sunday to Monday, but lets requesters be awake on Sundays', () => {
    const sunday = '2026-03-08T12:00:00Z';
    const moved = near(sunday, '2026-03-08T08:00:00Z');
    expect(moved).toBeGreaterThan(ms('2026-03-09T07:00:00Z'));
    expect(moved).toBeLessThanOrEqual(ms('2026-03-09T07:00:00Z') + 75 * MINUTE_MS);
    expect(near(sunday, '2026-03-08T08:00:00Z', WAKING_HOURS)).toBe(ms(sunday));
  });
});
