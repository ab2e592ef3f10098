import type { Usage } from './usage';

const GB = 1e9;
const HOUR_MS = 3_600_000;

interface Price {
  readonly capability: string;
  readonly unit: string;
  /** Per app and month, all customers together. */
  readonly free: number;
  /** US dollars per unit above the free quantity. */
  readonly usd: number;
  readonly quantity: (usage: Usage) => number;
}

/** Atlassian's consumption prices per app and month, as published for 2026. */
const PRICES: readonly Price[] = [
  {
    capability: 'Functions',
    unit: 'GB-s',
    free: 200_000,
    usd: 0.000025,
    quantity: ({ gbSeconds }) => gbSeconds,
  },
  {
    capability: 'SQL compute',
    unit: 'hours',
    free: 1,
    usd: 0.143,
    quantity: ({ sqlMs }) => sqlMs / HOUR_MS,
  },
  {
    capability: 'SQL requests',
    unit: 'requests',
    free: 100_000,
    usd: 1.929 / 1e6,
    quantity: ({ sqlSelects, sqlWrites, sqlDdl }) => sqlSelects + sqlWrites + sqlDdl,
  },
  {
    capability: 'KVS reads',
    unit: 'GB',
    free: 0.1,
    usd: 0.055,
    quantity: ({ kvsBytesRead }) => kvsBytesRead / GB,
  },
  {
    capability: 'KVS writes',
    unit: 'GB',
    free: 0.1,
    usd: 1.09,
    quantity: ({ kvsBytesWritten }) => kvsBytesWritten / GB,
  },
  {
    capability: 'Logs',
    unit: 'GB',
    free: 1,
    usd: 1.005,
    quantity: ({ logBytes }) => logBytes / GB,
  },
];

export interface MonthlyCost {
  readonly capability: string;
  readonly unit: string;
  /** Of one installation in a month. */
  readonly quantity: number;
  /** Dollars if the free quantity were used up already. */
  readonly usd: number;
  /** How many installations like this one the free quantity carries; null: any number. */
  readonly freeInstallations: number | null;
}

/** @param months - the time that the usage covers */
export const monthlyCosts = (usage: Usage, months: number): readonly MonthlyCost[] =>
  PRICES.map(({ capability, unit, free, usd, quantity }) => {
    const perMonth = quantity(usage) / months;
    return {
      capability,
      unit,
      quantity: perMonth,
      usd: perMonth * usd,
      freeInstallations: perMonth > 0 ? Math.floor(free / perMonth) : null,
    };
  });
