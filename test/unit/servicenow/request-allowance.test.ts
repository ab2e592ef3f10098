import { createRequestAllowance } from '../../../src/adapters/servicenow/client/request-allowance';
import { epochMs } from '../../../src/domain/time';

describe('a request allowance', () => {
  it('lets so many through in any span of a minute, in the order of asking', () => {
    let now = 0;
    const waits: number[] = [];
    const pause = (ms: number): Promise<void> => {
      waits.push(ms);
      return Promise.resolve();
    };
    const clock = { now: () => epochMs(now) };
    const allowance = createRequestAllowance({ clock, pause, perMinute: 2 });
    const takeAt = (ms: number): readonly number[] => {
      now = ms;
      waits.length = 0;
      void allowance.take();
      return [...waits];
    };
    expect(takeAt(0)).toEqual([]);
    expect(takeAt(10_000)).toEqual([]);
    // All at once: after the first, after the second, and then after these.
    expect(takeAt(20_000)).toEqual([40_000]);
    expect(takeAt(20_000)).toEqual([50_000]);
    expect(takeAt(20_000)).toEqual([100_000]);
    expect(takeAt(130_000)).toEqual([]);
    expect(takeAt(180_000)).toEqual([]);
  });
});
