import { newcombe } from './interval';
import type { MeanDifference, RateDifference } from './measurement';
import { squaredErrorMs2, type Moments } from './moments';
import type { RateName, Rates } from './scorecard';
import { studentT } from './student-t';

/** `later` minus `earlier`, rate by rate, with Newcombe's interval; null where one has no data. */
export function rateChanges(
  later: Rates,
  earlier: Rates,
): Readonly<Record<RateName, RateDifference | null>> {
  const of = (name: RateName): RateDifference | null => {
    const [a, b] = [later[name], earlier[name]];
    return a === null || b === null ? null : newcombe(a, b);
  };
  return {
    coverage: of('coverage'),
    firstContactResolution: of('firstContactResolution'),
    aiResolution: of('aiResolution'),
    automation: of('automation'),
    escalation: of('escalation'),
    containment: of('containment'),
    containmentGap: of('containmentGap'),
    reversal: of('reversal'),
  };
}

/**
 * `later` minus `earlier` with Welch's interval, which does not take the two spreads for equal. null
 * when either side has fewer than 2 values or is not known (null).
 */
export function meanChange(later: Moments | null, earlier: Moments | null): MeanDifference | null {
  if (later === null || earlier === null) return null;
  const [a, b] = [squaredErrorMs2(later), squaredErrorMs2(earlier)];
  if (a === null || b === null) return null;
  const valueMs = later.sumMs / later.n - earlier.sumMs / earlier.n;
  const degrees = (a + b) ** 2 / (a ** 2 / (later.n - 1) + b ** 2 / (earlier.n - 1));
  // Without any spread there is no interval to speak of, and no degrees of freedom.
  const spread = a + b === 0 ? 0 : studentT(degrees) * Math.sqrt(a + b);
  const [lowMs, highMs] = [valueMs - spread, valueMs + spread];
  return { valueMs, lowMs, highMs, isChange: lowMs > 0 || highMs < 0 };
}
