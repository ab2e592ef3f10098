import { Z_95 } from './interval';

/** 97.5 % quantiles of Student's t for 1 to 9 degrees of freedom, as every table has them. */
const FEW: readonly number[] = [
  12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.306, 2.2622,
];

/**
 * The 97.5 % quantile of Student's t: two-sided 95 %. Below ten degrees of freedom it is the
 * table's, a fraction rounded down, which errs on the wide side; from ten on it is the expansion
 * around the normal quantile, right to four digits.
 *
 * @param degrees - of freedom, ≥ 1
 */
export function studentT(degrees: number): number {
  const tabled = FEW[Math.floor(degrees) - 1];
  if (tabled !== undefined) return tabled;
  const [z3, z5, z7] = [Z_95 ** 3, Z_95 ** 5, Z_95 ** 7];
  return (
    Z_95 +
    (z3 + Z_95) / (4 * degrees) +
    (5 * z5 + 16 * z3 + 3 * Z_95) / (96 * degrees ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z_95) / (384 * degrees ** 3)
  );
}
