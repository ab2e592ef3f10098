import { createRequestAllowance } from '../../../src/adapters/servicenow/client/request-allowance';
import { epochMs } from '../../../src/domain/time';

describe('a request allowance', () => {
  it('lets so many through in any span of a minute, and tells the others how long to wait', () => {
    let now = 0;
    const allowance = createRequestAllowance({ clock: { now: () => epochMs(now) }, perMinute: 2 });
    const takeAt = (ms: number): number | null => {
      now = ms;
      return allowance.take();
    };
    expect(takeAt(0)).toBeNull();
    expect(takeAt(10_000)).toBeNull();
    // Until the first of the two is a minute ago; what is refused takes nothing.
    expect(takeAt(20_000)).toBe(40_000);
    expect(takeAt(59_999)).toBe(1);
    expect(takeAt(60_000)).toBeNull();
    expect(takeAt(60_001)).toBe(9_999);
    expect(takeAt(180_000)).toBeNull();
  });
});
