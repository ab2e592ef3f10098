/** Uniform in [0, 1). */
export type Chance = () => number;

/** The same numbers for the same seed, anywhere: mulberry32. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Above it a Poisson number is drawn from the normal distribution beside it. */
const MANY = 30;

/** A Poisson number of this mean: how often a sample that occurs so often is drawn again. */
export function poisson(mean: number, chance: Chance): number {
  if (mean > MANY) {
    const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  const limit = Math.exp(-mean);
  let drawn = 0;
  for (let product = chance(); product > limit; product *= chance()) drawn += 1;
  return drawn;
}
