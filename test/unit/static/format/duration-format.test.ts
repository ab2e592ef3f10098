import { createDurationFormat } from '../../../../static/shared/format/duration-format';
import { createNumberFormat } from '../../../../static/shared/format/number-format';
import { plain } from '../builders';

const { duration, exactDuration, remaining } = createDurationFormat(createNumberFormat('en-GB'));
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('duration', () => {
  it.each([
    [0, '0 s'],
    [1, '< 1 s'],
    [45 * SECOND, '45 s'],
    [59.7 * SECOND, '1 min'],
    [12.4 * MINUTE, '12 min'],
    [59.6 * MINUTE, '1 h'],
    [3.44 * HOUR, '3.4 h'],
    [23.96 * HOUR, '1 d'],
    [2.1 * DAY, '2.1 d'],
    [140.4 * DAY, '140 d'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(plain(duration(ms))).toBe(text);
  });

  it("uses the viewer's decimal sign", () => {
    const german = createDurationFormat(createNumberFormat('de-DE'));
    expect(plain(german.duration(3.4 * HOUR))).toBe('3,4 h');
  });
});

describe('exactDuration', () => {
  it.each([
    [0, '0 s'],
    [DAY + 3 * HOUR + 12 * MINUTE + 5 * SECOND, '1 d 3 h 12 min 5 s'],
    [2 * HOUR + 400, '2 h'],
    [59_999.6, '1 min'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(plain(exactDuration(ms))).toBe(text);
  });
});

describe('remaining', () => {
  it.each([
    [4 * DAY + 3 * HOUR + 59 * MINUTE, '4 d 3 h'],
    [4 * DAY + 2 * MINUTE, '4 d'],
    [3 * HOUR + 12 * MINUTE + 59 * SECOND, '3 h 12 min'],
    [59 * SECOND, 'under 1 min'],
  ])('rounds %d ms down to %s', (ms, text) => {
    expect(plain(remaining(ms))).toBe(text);
  });
});
