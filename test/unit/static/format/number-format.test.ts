import { FORMATS as english, GERMAN as german, plain } from '../builders';

describe('percent', () => {
  it.each([
    [0, '0%'],
    [0.383, '38%'],
    [0.995, '99.5%'],
    [0.004, '0.4%'],
    [0.0004, '0.04%'],
    [0.9996, '99.96%'],
    [1, '100%'],
  ])('writes %d as %s, never rounding to an end that it is not', (ratio, text) => {
    expect(english.percent(ratio)).toBe(text);
  });

  it("follows the viewer's locale", () => {
    expect(plain(german.percent(0.383))).toBe('38 %');
    expect(german.count(12_345)).toBe('12.345');
  });
});

describe('points', () => {
  it.each([
    [0.17, '17 pts'],
    [-0.05, '-5 pts'],
    [0.004, '0.4 pts'],
    [0, '0 pts'],
  ])('writes a difference of %d as %s', (difference, text) => {
    expect(plain(english.points(difference))).toBe(text);
  });

  it("speaks the viewer's language", () => {
    expect(plain(german.points(0.004))).toBe('0,4 Pp.');
  });
});

describe('confidence', () => {
  it('has the decimals that keep it apart from a threshold, and no more', () => {
    expect(english.confidence(0.9)).toBe('90%');
    expect(english.confidence(0.7996)).toBe('79.96%');
    expect(plain(german.confidence(0.934))).toBe('93,4 %');
  });
});
