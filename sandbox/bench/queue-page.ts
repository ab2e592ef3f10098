import { askApp } from '../ask-app';
import { BENCH_AGENT, BENCH_PROJECT, type BenchDesk } from './bench-desk';
import { measureCalls, type CallCost } from './measure-calls';

const CALLS = 100;

/** What the queue page's resolver costs, over the longest period. */
export function measureQueuePage({ world: { host } }: BenchDesk): Promise<CallCost> {
  const input = { project: BENCH_PROJECT, periodDays: 90 } as const;
  return measureCalls(host, CALLS, () => askApp(host, 'readDeskScorecard', input, BENCH_AGENT));
}
