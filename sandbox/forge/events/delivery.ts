import type { Chance } from '../../demo/chance';

/** How late and how often events arrive. */
export interface DeliveryOptions {
  /** The latest that a product event comes. */
  readonly maxLagMs: number;
  /** The latest that most product events come. */
  readonly usualLagMs: number;
  /** The share of product events that comes later than usual, 0..1. */
  readonly lateShare: number;
  /** The share of events, queue events and schedule runs that comes twice, 0..1. */
  readonly duplicateShare: number;
  /** The latest that a queue event comes, beyond its own delay. */
  readonly queueLagMs: number;
}

export const DEFAULT_DELIVERY: DeliveryOptions = {
  maxLagMs: 180_000,
  usualLagMs: 4_000,
  lateShare: 0.05,
  duplicateShare: 0.01,
  queueLagMs: 2_000,
};

/** Lags of the deliveries of one product event: one, or two when it is duplicated. */
export function eventLagsMs(chance: Chance, options: DeliveryOptions): readonly number[] {
  const lagMs = (): number => {
    const isLate = chance.happens(options.lateShare);
    const upToMs = isLate ? options.maxLagMs : Math.min(options.usualLagMs, options.maxLagMs);
    return Math.round(chance.between(0, upToMs));
  };
  return chance.happens(options.duplicateShare) ? [lagMs(), lagMs()] : [lagMs()];
}

/** Lags of the deliveries of one queue event, beyond its delay. */
export function queueLagsMs(chance: Chance, options: DeliveryOptions): readonly number[] {
  const lagMs = (): number => Math.round(chance.between(0, options.queueLagMs));
  return chance.happens(options.duplicateShare) ? [lagMs(), lagMs()] : [lagMs()];
}
