import { createTimeFormat } from '../../../../static/shared/format/time-format';
import { GERMAN, plain } from '../builders';
import { textsFor } from '../text-builder';

const berlin = createTimeFormat('en-GB', 'Europe/Berlin', textsFor('en-GB'));
const honolulu = createTimeFormat('en-US', 'Pacific/Honolulu', textsFor('en-US'));

describe('date', () => {
  it("puts an instant on the viewer's clock", () => {
    expect(berlin.date('2026-03-03T23:30:00Z')).toBe('4 Mar 2026');
    expect(honolulu.date('2026-03-03T09:30:00Z')).toBe('Mar 2, 2026');
  });

  it('leaves a calendar day where it is, east and west of Greenwich', () => {
    expect(berlin.date('2026-03-03')).toBe('3 Mar 2026');
    expect(honolulu.date('2026-03-03')).toBe('Mar 3, 2026');
    expect(honolulu.shortDate('2026-03-03')).toBe('Mar 3');
  });
});

describe('ranges', () => {
  it('says only once what both ends share', () => {
    expect(plain(berlin.dayRange('2026-03-03', '2026-03-09'))).toBe('3–9 Mar 2026');
    expect(plain(berlin.timeRange('2026-03-03T08:00:00Z', '2026-03-03T09:30:00Z'))).toBe(
      '3 Mar 2026, 09:00–10:30',
    );
  });
});

describe('exactTime', () => {
  it('goes to the second and names the zone', () => {
    expect(berlin.exactTime('2026-03-03T13:05:09Z')).toMatch(
      /^Tuesday,? 3 March 2026 at 14:05:09 CET$/,
    );
  });
});

describe('ago', () => {
  const now = Date.parse('2026-03-10T09:00:00Z');

  it.each([
    ['2026-03-10T09:00:30Z', 'just now'],
    ['2026-03-10T08:59:30Z', 'just now'],
    ['2026-03-10T08:55:10Z', '4 min ago'],
    ['2026-03-10T08:00:00Z', '1 h ago'],
    ['2026-03-08T09:01:00Z', '47 h ago'],
    ['2026-03-08T09:00:00Z', '2 d ago'],
  ])('calls %s %s', (iso, text) => {
    expect(berlin.ago(iso, now)).toBe(text);
  });

  it("speaks the viewer's language", () => {
    expect(GERMAN.ago('2026-03-10T08:55:10Z', now)).toBe('vor 4 Min.');
    expect(GERMAN.ago('2026-03-08T09:00:00Z', now)).toBe('vor 2 Tagen');
  });
});
