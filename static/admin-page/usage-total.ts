import type { UsageRow } from '../../src/contract';

/** What a day, or a kind of work, used in all. */
export type UsageTotal = Omit<UsageRow, 'day' | 'work'> & { readonly key: string };

const NOTHING: Omit<UsageTotal, 'key'> = {
  runs: 0,
  failures: 0,
  restRequests: 0,
  restPoints: 0,
  sqlStatements: 0,
  durationMs: 0,
};

/** Sums by day or by kind of work, in the order in which they first occur. */
export function usageTotals(usage: readonly UsageRow[], by: 'day' | 'work'): readonly UsageTotal[] {
  const totals = new Map<string, UsageTotal>();
  for (const row of usage) {
    const key = row[by];
    const sum = totals.get(key) ?? { key, ...NOTHING };
    totals.set(key, {
      key,
      runs: sum.runs + row.runs,
      failures: sum.failures + row.failures,
      restRequests: sum.restRequests + row.restRequests,
      restPoints: sum.restPoints + row.restPoints,
      sqlStatements: sum.sqlStatements + row.sqlStatements,
      durationMs: sum.durationMs + row.durationMs,
    });
  }
  return [...totals.values()];
}
