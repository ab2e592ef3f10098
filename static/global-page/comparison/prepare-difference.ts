import type { ComparedDesk } from '../../../src/contract';
import { newcombe } from '../../../src/contract/catalogue';
import type { Formats } from '../../shared/format/formats';
import { INTERVAL } from '../../shared/prepare/kpi-card';
import type { ComparedRate } from './comparison-columns';

/** A rate that clearly differs from that of the reference. */
export interface DifferenceView {
  readonly isHigher: boolean;
  /** "+12 pp", with a true minus. */
  readonly value: string;
  /** "12 pp higher than IT; 95% interval …": for screen readers and for hovering. */
  readonly words: string;
}

/** null where Newcombe's interval holds zero, or one of the two has no data: then nothing is named. */
export function prepareDifference(
  name: ComparedRate,
  desk: ComparedDesk,
  reference: ComparedDesk,
  formats: Formats,
): DifferenceView | null {
  const [own, theirs] = [desk.score?.rates[name] ?? null, reference.score?.rates[name] ?? null];
  if (own === null || theirs === null) return null;
  const { value, low, high, isChange } = newcombe(own, theirs);
  if (!isChange) return null;
  const { t, points, percent } = formats;
  const signed = (difference: number): string =>
    `${difference < 0 ? '−' : '+'}${points(Math.abs(difference))}`;
  const isHigher = value > 0;
  return {
    isHigher,
    value: signed(value),
    words: t(isHigher ? 'global.higher' : 'global.lower', {
      amount: points(Math.abs(value)),
      desk: reference.desk.name,
      interval: t('kpi.interval', {
        level: percent(INTERVAL),
        low: signed(low),
        high: signed(high),
      }),
    }),
  };
}
