import type { MeanInterval } from './measurement';
import { squaredErrorMs2, type Moments } from './moments';
import { studentT } from './student-t';

/**
 * The 95 % interval of a mean duration, from its standard error and Student's t. It does not reach
 * below zero, since no duration does. null under 2 values: one value says nothing of the spread.
 */
export function meanInterval(moments: Moments): MeanInterval | null {
  const squaredError = squaredErrorMs2(moments);
  if (squaredError === null) return null;
  const mean = moments.sumMs / moments.n;
  const spread = studentT(moments.n - 1) * Math.sqrt(squaredError);
  return { lowMs: Math.max(0, mean - spread), highMs: mean + spread };
}
