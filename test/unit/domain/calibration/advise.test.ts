import { advise } from '../../../../src/domain/calibration/advise';
import { calibrate } from '../../../../src/domain/calibration/calibrate';
import { labelledOf, type Labelled } from '../../../../src/domain/calibration/labelled';
import { seededChance } from '../../../../src/domain/calibration/seeded-chance';
import { isotonicCrossing } from '../../../support/isotonic';

/** An answer is worth keeping when it holds four times in five. */
const COSTS = { wrongResolution: 10, handOff: 2 };
const TARGET = 0.8;
type Curve = (confidence: number) => number;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (c: number): number => Math.log(c / (1 - c));
const CURVES: Readonly<Record<string, Curve>> = {
  'steep one': (c) => logistic(14 * (c - 0.72)),
  'honest one': (c) => c,
  'overconfident one': (c) => c ** 2,
  'much overconfident one': (c) => logistic(0.8 * logit(c) - 0.9),
  'shy one': (c) => logistic(1.6 * logit(c) + 0.3),
  'one that is never sure': (c) => 0.1 + 0.8 * logistic(12 * (c - 0.6)),
};

/** Answers whose truth is known; confidences crowd near the top. */
function answers(curve: Curve, n: number, seed: number): readonly Labelled[] {
  const chance = seededChance(seed);
  return labelledOf(
    Array.from({ length: n }, () => {
      const confidence = Math.round((0.999 - chance() ** 1.5 * 0.7) * 1_000) / 1_000;
      return { confidence, fate: chance() < curve(confidence) ? 'held' : 'wrong', episodes: 1 };
    }),
  );
}

function optimumOf(curve: Curve): number {
  for (let c = 0.001; c < 1; c += 0.001) if (curve(c) >= TARGET) return c;
  return 1;
}
const meanOf = (all: readonly number[]): number =>
  all.reduce((s, each) => s + each, 0) / all.length;
const SEEDS = Array.from({ length: 8 }, (_, index) => index * 7_919 + 3);
const errorsOf = (curve: Curve, n: number, of: (labelled: readonly Labelled[]) => number) =>
  SEEDS.map((seed) => Math.abs(of(answers(curve, n, seed)) - optimumOf(curve)));
const byCalibration = (labelled: readonly Labelled[]): number => {
  const curve = calibrate(labelled)?.probability ?? (() => 0);
  const steps = Array.from({ length: 1_000 }, (_, step) => step / 1_000);
  return steps.find((c) => curve(c) >= TARGET) ?? 1;
};

describe('the advised threshold', () => {
  // Mean errors when this was written: 0.004 to 0.041 over all curves and sizes.
  it.each(Object.entries(CURVES))(
    'is near the optimum of a %s, nearer with more history',
    (_, curve) => {
      const errorAt = (n: number): number => meanOf(errorsOf(curve, n, byCalibration));
      expect(errorAt(150)).toBeLessThan(0.06);
      expect(errorAt(500)).toBeLessThan(0.05);
      expect(errorAt(2_000)).toBeLessThan(0.045);
    },
  );

  it('errs less than steps do, over all curves', () => {
    const errorOf = (of: (labelled: readonly Labelled[]) => number): number =>
      meanOf(Object.values(CURVES).flatMap((curve) => errorsOf(curve, 400, of)));
    const steps = errorOf((labelled) => isotonicCrossing(labelled, TARGET));
    expect(errorOf(byCalibration)).toBeLessThan(0.75 * steps);
  });

  it('has an interval that holds the optimum about nineteen times in twenty', () => {
    const curve: Curve = (c) => logistic(14 * (c - 0.72));
    const advised = Array.from({ length: 20 }, (_, seed) =>
      advise(answers(curve, 400, seed), COSTS, seededChance(1)),
    ).map(({ advised: each }) => each);
    expect(advised).not.toContain(null);
    const holding = advised.filter(
      (each) => each !== null && each.low - 0.005 <= 0.819 && 0.819 <= each.high + 0.005,
    );
    expect(holding.length).toBeGreaterThanOrEqual(18);
  });

  it('is the same whenever the same is asked', () => {
    const labelled = answers((c) => c, 500, 7);
    const [one, other] = [1, 1].map((seed) => advise(labelled, COSTS, seededChance(seed)));
    expect(one?.advised?.reach).toBe('within');
    expect(other).toEqual(one);
  });

  it.each([
    ['too-few-episodes', [{ confidence: 0.6, held: 49, wrong: 50 }]],
    ['too-few-failures', [{ confidence: 0.6, held: 200, wrong: 9 }]],
    ['too-few-successes', [{ confidence: 0.6, held: 9, wrong: 200 }]],
    // Level: more confidence is not more often right.
    [
      'too-uncertain',
      [
        { confidence: 0.6, held: 90, wrong: 10 },
        { confidence: 0.9, held: 50, wrong: 50 },
      ],
    ],
  ] as const)('is not given where history is thin: %s', (thin, labelled) => {
    expect(advise(labelled, COSTS, seededChance(1))).toEqual({ advised: null, thin });
  });

  it.each([
    ['a hand-off costs as much as a mistake', { wrongResolution: 5, handOff: 5 }, 0],
    ['mistakes cost nothing', { wrongResolution: 0, handOff: 1 }, 0],
    ['neither costs anything', { wrongResolution: 0, handOff: 0 }, 0],
    ['hand-offs cost nothing', { wrongResolution: 5, handOff: 0 }, 1],
  ])('needs no history when %s', (_, costs, threshold) => {
    expect(advise([], costs, seededChance(1)).advised).toEqual({
      threshold,
      low: threshold,
      high: threshold,
      reach: 'by-costs',
    });
  });

  it('stays within what history knows, and says so', () => {
    const labelled = [
      { confidence: 0.7, held: 850, wrong: 150 },
      { confidence: 0.9, held: 950, wrong: 50 },
    ];
    const adviceFor = (handOff: number) =>
      advise(labelled, { wrongResolution: 100, handOff }, seededChance(1)).advised;
    expect(adviceFor(40)).toMatchObject({ threshold: 0.7, reach: 'below-history' });
    expect(adviceFor(1)).toMatchObject({ threshold: 1, reach: 'above-history' });
  });
});

describe('the calibrated curve', () => {
  it('goes through what was seen at two confidences', () => {
    const curve = calibrate([
      { confidence: 0.4, held: 200, wrong: 800 },
      { confidence: 0.8, held: 900, wrong: 300 },
    ]);
    expect(curve?.probability(0.4)).toBeCloseTo(0.2, 2);
    expect(curve?.probability(0.8)).toBeCloseTo(0.75, 2);
  });

  it('never falls, and is level at the share that held where history falls', () => {
    const curve = calibrate([
      { confidence: 0.4, held: 90, wrong: 10 },
      { confidence: 0.8, held: 50, wrong: 50 },
    ]);
    expect(curve?.isFlat).toBe(true);
    expect(curve?.probability(0.1)).toBeCloseTo(0.7, 6);
    expect(calibrate([])).toBeNull();
  });

  it('keeps its head where confidence parts right from wrong cleanly, and at 0 and 1', () => {
    const curve = calibrate([
      { confidence: 0, held: 0, wrong: 100 },
      { confidence: 1, held: 100, wrong: 0 },
    ]);
    expect(curve?.probability(0)).toBeLessThan(0.05);
    expect(curve?.probability(1)).toBeGreaterThan(0.95);
  });
});
