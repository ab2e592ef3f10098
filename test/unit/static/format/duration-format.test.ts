import { FORMATS, GERMAN, plain } from '../builders';

const { duration, exactDuration, remaining } = FORMATS;
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

  it("uses the viewer's decimal sign and units", () => {
    expect(plain(GERMAN.duration(3.4 * HOUR))).toBe('3,4 Std.');
    expect(plain(GERMAN.exactDuration(DAY + 12 * MINUTE + 5 * SECOND))).toBe('1 Tg. 12 Min. 5 s');
    expect(plain(GERMAN.remaining(59 * SECOND))).toBe('unter 1 Min.');
  });

  it('keeps a number and its unit on one line', () => {
    for (const { duration: words } of [FORMATS, GERMAN]) {
      for (const ms of [1, 45 * SECOND, 12 * MINUTE, 3 * HOUR, 2 * DAY]) {
        expect(words(ms)).not.toContain(' ');
      }
    }
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
