import type { Result } from '../domain/app-error';
import { addDays, deskDayOf } from '../domain/kpi/desk-day';
import type { Usage } from '../ports/usage-meter';
import type { Deps } from './deps';

const DAYS_KEPT = 90;

type MeterDeps = Pick<Deps, 'meter' | 'store' | 'clock' | 'log'>;

/**
 * Runs background work and adds what it used to its day. Work that is refused or breaks off counts as
 * a failure; a container that is killed takes its figures with it.
 */
export function metered<T>(
  deps: MeterDeps,
  work: string,
  run: () => Promise<Result<T>>,
): Promise<Result<T>> {
  return deps.meter.measure(async (used) => {
    const startedAt = deps.clock.now();
    const write = async (hasFailed: boolean): Promise<void> => {
      await record(deps, { work, hasFailed, startedAt, used: used() });
    };
    let result: Result<T>;
    try {
      result = await run();
    } catch (error) {
      // Whatever kept the work from being done may keep its figures from being written.
      await write(true).catch(() => deps.log.warn('usage.lost', { work }));
      throw error;
    }
    await write(!result.ok);
    return result;
  });
}

async function record(
  { store, clock }: MeterDeps,
  run: {
    readonly work: string;
    readonly hasFailed: boolean;
    readonly startedAt: number;
    readonly used: Usage;
  },
): Promise<void> {
  const now = clock.now();
  const day = deskDayOf(now, 'UTC');
  const { work, hasFailed, startedAt, used } = run;
  const entry = { day, work, hasFailed, ...used, durationMs: now - startedAt };
  await store.addUsage(entry, addDays(day, -DAYS_KEPT));
}
