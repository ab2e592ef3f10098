import { AsyncLocalStorage } from 'node:async_hooks';

import type { Usage, UsageMeter } from '../../ports/usage-meter';

interface Counts {
  restRequests: number;
  restPoints: number;
  sqlStatements: number;
}

/** Each invocation's own figures: a container serves several, of several tenants. */
const current = new AsyncLocalStorage<Counts>();

export const usageMeter: UsageMeter = {
  measure(work) {
    const counts: Counts = { restRequests: 0, restPoints: 0, sqlStatements: 0 };
    return current.run(counts, () => work((): Usage => ({ ...counts })));
  },
};

/** For the adapters that spend it; outside of measured work nothing is counted. */
export const countUsage = {
  restRequest(points: number): void {
    const counts = current.getStore();
    if (counts === undefined) return;
    counts.restRequests += 1;
    counts.restPoints += points;
  },
  restPoints(points: number): void {
    const counts = current.getStore();
    if (counts !== undefined) counts.restPoints += points;
  },
  sqlStatements(statements = 1): void {
    const counts = current.getStore();
    if (counts !== undefined) counts.sqlStatements += statements;
  },
};
