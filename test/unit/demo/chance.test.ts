import { createChance, type Quantiles } from '../../../sandbox/demo/chance';

const draws = (seed: number, ...path: readonly (string | number)[]): readonly number[] => {
  const chance = createChance(seed, ...path);
  return Array.from({ length: 20 }, () => chance.uniform());
};

describe('chance', () => {
  it('repeats itself for the same seed and path', () => {
    expect(draws(7, 'IT', 3)).toEqual(draws(7, 'IT', 3));
  });

  it('differs by seed, by path, and by the order of the path', () => {
    const streams = [draws(7, 'IT', 3), draws(8, 'IT', 3), draws(7, 'IT', 4), draws(7, 3, 'IT')];
    expect(new Set(streams.map((each) => each[0])).size).toBe(4);
  });

  it('picks by weight', () => {
    const chance = createChance(1);
    const picked = Array.from({ length: 20_000 }, () =>
      chance.pick([
        ['a', 3],
        ['b', 1],
        ['never', 0],
      ]),
    );
    const share = picked.filter((each) => each === 'a').length / picked.length;
    expect(share).toBeCloseTo(0.75, 1);
    expect(picked).not.toContain('never');
  });

  it('counts with the mean and the variance of a Poisson distribution', () => {
    const chance = createChance(2);
    const counts = Array.from({ length: 20_000 }, () => chance.count(12));
    const mean = counts.reduce((sum, each) => sum + each, 0) / counts.length;
    const variance = counts.reduce((sum, each) => sum + (each - mean) ** 2, 0) / counts.length;
    expect(Math.abs(mean - 12)).toBeLessThan(0.2);
    expect(Math.abs(variance - 12)).toBeLessThan(0.6);
  });

  it('draws whole numbers below the size, all of them', () => {
    const chance = createChance(3);
    const seen = new Set(Array.from({ length: 500 }, () => chance.index(5)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it('gives the quantiles back that it was given, and nothing outside them', () => {
    const quantiles: Quantiles = [
      [0.1, 1],
      [0.5, 10],
      [0.9, 1000],
    ];
    const chance = createChance(4);
    const values = Array.from({ length: 20_000 }, () => chance.fromQuantiles(quantiles)).sort(
      (a, b) => a - b,
    );
    const median = values[10_000] ?? 0;
    expect(median).toBeGreaterThan(9);
    expect(median).toBeLessThan(11);
    expect(values[0]).toBe(1);
    expect(values.at(-1)).toBe(1000);
  });

  it('refuses to pick from nothing', () => {
    expect(() => createChance(5).one([])).toThrow('Nothing to pick from');
  });
});
