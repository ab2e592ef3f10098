import { askApp } from '../ask-app';
import { BENCH_AGENT, BENCH_PROJECT, type BenchDesk } from './bench-desk';
import { median } from './median';

const CALLS = 100;

export interface QueuePageCost {
  /** Of the longest period, real time. */
  readonly medianMs: number;
  /** Of one call. */
  readonly sqlStatements: number;
}

/** What the queue page's resolver costs. */
export async function measureQueuePage({ world: { host } }: BenchDesk): Promise<QueuePageCost> {
  const times: number[] = [];
  for (let i = 0; i < CALLS; i += 1) {
    const startedAt = performance.now();
    const input = { project: BENCH_PROJECT, periodDays: 90 } as const;
    await askApp(host, 'readDeskScorecard', input, BENCH_AGENT);
    times.push(performance.now() - startedAt);
  }
  const last = host.meter.lastInvocation();
  return {
    medianMs: median(times),
    sqlStatements: (last?.sqlSelects ?? 0) + (last?.sqlWrites ?? 0),
  };
}
