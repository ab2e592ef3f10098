import { calibrationError, reliabilityBins } from '../../../../src/domain/calibration/reliability';
import { riskCoverage } from '../../../../src/domain/calibration/risk-coverage';
import { labelledOf } from '../../../../src/domain/calibration/labelled';
import type { Fate, LabGroup } from '../../../../src/domain/calibration/lab-group';
import { asItWas, atThreshold, type Past } from '../../../../src/domain/calibration/what-if';

const group = (fate: Fate, confidence: number | null, episodes: number): LabGroup => ({
  fate,
  confidence,
  episodes,
});
const PAST: Past = {
  groups: [
    group('held', 0.9, 50),
    group('held', 0.6, 10),
    group('wrong', 0.9, 5),
    group('wrong', 0.6, 10),
    group('wrong', null, 5),
    group('handed-off-by-threshold', 0.5, 8),
    group('handed-off-by-threshold', null, 4),
    group('handed-off', 0.9, 8),
  ],
  calibration: { probability: () => 0.5, isFlat: false },
  // 1, 2 and 3 hours.
  humanTime: { n: 3, sumMs: 21_600_000, sumSquaresMs2: 181_440_000_000_000 },
  costs: { wrongResolution: 10, handOff: 3 },
};
const share = (numerator: number, denominator: number) =>
  expect.objectContaining({ numerator, denominator }) as unknown;

describe('what a threshold would have done', () => {
  it('is what happened, at the threshold in force', () => {
    const figures = asItWas(PAST);
    expect(figures).toMatchObject({
      kept: share(80, 100),
      falseResolutions: share(20, 80),
      aiResolution: share(60, 100),
      escalation: share(20, 100),
      isEstimated: false,
    });
    // 20 mistakes at 10 and 20 hand-offs at 3; squares 2,180, less 260² / 100: ± 1.96 · √1,504.
    expect(figures.expectedCost?.value).toBe(260);
    expect(figures.expectedCost?.low).toBeCloseTo(183.99, 2);
    expect(figures.expectedCost?.high).toBeCloseTo(336.01, 2);
    // 20 times 2 h; the mean's squared error is 1/3, the count's variance 16: ± 1.96 · √(64 + 400/3).
    expect(figures.hoursOfWork?.value).toBeCloseTo(40, 10);
    expect(figures.hoursOfWork?.low).toBeCloseTo(12.47, 2);
    expect(figures.hoursOfWork?.high).toBeCloseTo(67.53, 2);
  });

  it('hands off what AI kept below it, and leaves alone what has no confidence', () => {
    expect(atThreshold(PAST, 0.7)).toMatchObject({
      kept: share(60, 100),
      falseResolutions: share(10, 60),
      aiResolution: share(50, 100),
      escalation: share(40, 100),
      isEstimated: false,
    });
  });

  it('keeps what a higher one handed off, as likely to hold as the curve says', () => {
    expect(atThreshold(PAST, 0.5)).toMatchObject({
      kept: share(88, 100),
      aiResolution: share(64, 100),
      falseResolutions: share(24, 88),
      escalation: share(12, 100),
      isEstimated: true,
    });
  });

  it('keeps, without a threshold, what went to people for want of a confidence, too', () => {
    // Of those kept, 60 in 80 held: 3 of the 4.
    expect(atThreshold(PAST, null)).toMatchObject({
      kept: share(92, 100),
      aiResolution: share(67, 100),
      escalation: share(8, 100),
      isEstimated: true,
    });
  });

  it('counts what is not settled yet as kept, and neither right nor wrong', () => {
    const groups = [group('pending', 0.9, 4), group('held', 0.9, 6)];
    expect(asItWas({ ...PAST, groups })).toMatchObject({
      kept: share(10, 10),
      falseResolutions: share(0, 6),
      aiResolution: share(6, 10),
    });
  });

  it('has no figures without history, none of people without theirs, no estimate without labels', () => {
    const nothing = asItWas({ ...PAST, groups: [] });
    expect(Object.values(nothing).filter((figure) => figure !== null)).toEqual([false]);
    const noHours = { ...PAST, humanTime: { n: 1, sumMs: 1, sumSquaresMs2: 1 } };
    expect(asItWas(noHours).hoursOfWork).toBeNull();
    const unknown = {
      ...PAST,
      groups: [group('handed-off-by-threshold', 0.5, 8)],
      calibration: null,
    };
    expect(atThreshold(unknown, 0.2).aiResolution).toBeNull();
    expect(asItWas(unknown).escalation).toMatchObject({ value: 1 });
  });
});

describe('reliability and risk', () => {
  const labelled = labelledOf([
    group('wrong', 0.5, 10),
    group('held', 0.5, 10),
    group('held', 0.9, 16),
    group('wrong', 0.9, 4),
    group('held', null, 100),
    group('handed-off', 0.7, 100),
  ]);

  it('bins answers by like numbers, and those of one confidence together', () => {
    const bins = reliabilityBins(labelled);
    expect(bins).toMatchObject([
      { fromConfidence: 0.5, toConfidence: 0.5, meanConfidence: 0.5, success: share(10, 20) },
      { fromConfidence: 0.9, meanConfidence: 0.9, success: share(16, 20) },
    ]);
    // (20 · 0 + 20 · 0.1) / 40
    expect(calibrationError(bins)).toBeCloseTo(0.05, 10);
    expect(calibrationError([])).toBeNull();
  });

  it('tells what is kept at each confidence and how much of that is wrong', () => {
    expect(riskCoverage(labelled)).toMatchObject([
      { threshold: 0.5, coverage: 1, risk: share(14, 40) },
      { threshold: 0.9, coverage: 0.5, risk: share(4, 20) },
    ]);
  });

  it('has forty points at most, the first of all', () => {
    const many = labelledOf(
      Array.from({ length: 900 }, (_, i) => group('held', (i + 100) / 1_000, 1)),
    );
    const points = riskCoverage(many);
    expect(points.length).toBe(40);
    expect(points[0]).toMatchObject({ threshold: 0.1, coverage: 1 });
  });
});
