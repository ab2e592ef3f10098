import { askApp } from '../../../sandbox/ask-app';
import type { MeasurementSettings } from '../../../src/contract';
import { DEFAULT_DEFINITION } from '../../../src/domain/outcome/definition';
import { AGENT, anAppWorld, HOUR, MINUTE, MONDAY, registerBot } from '../../support/app-world';
import { publish } from '../../support/desk-settings';
import { fillPast } from '../../support/past-tickets';

describe('settings that are published after the history was read', () => {
  const changed: Partial<MeasurementSettings> = {
    definition: {
      ...DEFAULT_DEFINITION,
      excludedResolutions: ['Duplicate'],
      excludedRequestTypes: [],
      windowHours: 72,
      repeatContact: 'any',
    },
    // So far from UTC that half of all days are others.
    timeZone: 'Pacific/Kiritimati',
    calendar: {
      weeklyHours: Array.from({ length: 7 }, (_, i) =>
        i < 5 ? [{ fromMinute: 540, toMinute: 1_020 }] : [],
      ),
      holidays: ['2026-01-01'],
    },
    pausedStatuses: ['Pending'],
  };
  /** @param afterMs - after the history was read; null: before */
  const figuresWhen = async (afterMs: number | null): Promise<unknown> => {
    const world = await anAppWorld({ delivery: { duplicateShare: 0, queueLagMs: 0 } });
    fillPast(world, 400);
    await world.host.install();
    await registerBot(world);
    await world.live.jumpMs(afterMs ?? 0);
    expect(await publish(world, changed)).toBe(2);
    await world.live.advanceTo(MONDAY + 4 * HOUR + MINUTE);
    const read = async (periodDays: 7 | 30 | 90) => {
      const { score, trend, open, period } = await askApp(
        world.host,
        'readDeskScorecard',
        { project: 'IT', periodDays },
        AGENT,
      );
      return { score, trend, open, period };
    };
    const figures = [await read(7), await read(30), await read(90)];
    const report = await askApp(world.host, 'readScoreReport', { project: 'IT' }, AGENT);
    await world.live.stop();
    return [figures, report.score];
  };

  it('give the figures that they would have given from the start, on every day', async () => {
    const [early, late] = [await figuresWhen(null), await figuresWhen(2 * HOUR + 1_000)];
    expect(late).toEqual(early);
    expect(early).toMatchObject([{ length: 3 }, { tickets: 400 }]);
  }, 60_000);
});
