import type { ForgeHost } from '../forge/host';
import { median } from './median';

export interface CallCost {
  /** Real time. */
  readonly medianMs: number;
  /** Of one call. */
  readonly sqlStatements: number;
}

/** What a call of the app's resolver costs, asked so many times. */
export async function measureCalls(
  host: ForgeHost,
  calls: number,
  ask: () => Promise<unknown>,
): Promise<CallCost> {
  const times: number[] = [];
  for (let i = 0; i < calls; i += 1) {
    const startedAt = performance.now();
    await ask();
    times.push(performance.now() - startedAt);
  }
  const last = host.meter.lastInvocation();
  return {
    medianMs: median(times),
    sqlStatements: (last?.sqlSelects ?? 0) + (last?.sqlWrites ?? 0),
  };
}
