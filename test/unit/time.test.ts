import { elapsedMs, epochMs } from '../../src/domain/time';

describe('elapsedMs', () => {
  it('is never negative', () => {
    expect(elapsedMs(epochMs(5), epochMs(3))).toBe(0);
    expect(elapsedMs(epochMs(3), epochMs(5))).toBe(2);
  });
});
