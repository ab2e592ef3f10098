import type { ThresholdLab } from '../../../src/contract';
import type { Formats } from '../../shared/format/formats';

/** A share of the way along the axis, 0..1, and how high there. */
export interface LabPoint {
  readonly at: number;
  readonly value: number;
}

export interface LabChartView {
  readonly title: string;
  readonly caption: string;
  /** Upper end of the axis. */
  readonly top: number;
  readonly yTicks: readonly { readonly value: number; readonly label: string }[];
  /** One for every fiftieth. */
  readonly readouts: readonly string[];
  readonly line: readonly LabPoint[];
  readonly dots: readonly (LabPoint & { readonly low: number; readonly high: number })[];
  /** What a confidence promises. */
  readonly hasDiagonal: boolean;
  readonly marks: readonly { readonly at: number; readonly label: string }[];
}

const STEPS = 50;
const PARTS = [0, 0.25, 0.5, 0.75, 1] as const;

/** Reliability, risk and cost, each over the same axis: a confidence or a threshold from 0 to 1. */
export function prepareLabCharts(
  lab: ThresholdLab,
  draft: number | null,
  formats: Formats,
): readonly LabChartView[] {
  const { t, percent, count, confidence } = formats;
  const percents = PARTS.map((value) => ({ value, label: percent(value) }));
  const marks = [
    ...(lab.advice === null ? [] : [{ at: lab.advice.threshold, label: t('lab.mark.advised') }]),
    ...(draft === null || draft === lab.advice?.threshold
      ? []
      : [{ at: draft, label: t('lab.mark.draft') }]),
  ];
  const at = (readoutOf: (share: number) => string): readonly string[] =>
    Array.from({ length: STEPS + 1 }, (_, step) => readoutOf(step / STEPS));
  const nearest = <T>(all: readonly T[], shareOf: (each: T) => number, share: number) =>
    all.toSorted((a, b) => Math.abs(shareOf(a) - share) - Math.abs(shareOf(b) - share))[0];

  const costs = lab.costCurve.flatMap(({ threshold, expectedCost }) =>
    expectedCost === null ? [] : [{ at: threshold, value: expectedCost }],
  );
  const highest = Math.max(1, ...costs.map(({ value }) => value));
  return [
    {
      title: t('lab.reliability.title'),
      caption:
        lab.calibrationError === null
          ? t('lab.reliability.none')
          : t('lab.reliability.caption', { error: percent(lab.calibrationError) }),
      top: 1,
      yTicks: percents,
      readouts: at((share) => {
        const bin = nearest(lab.reliability, ({ meanConfidence }) => meanConfidence, share);
        if (bin === undefined) return confidence(share);
        return t('lab.reliability.readout', {
          at: confidence(share),
          from: confidence(bin.fromConfidence),
          to: confidence(bin.toConfidence),
          value: percent(bin.success.value),
          low: percent(bin.success.low),
          high: percent(bin.success.high),
          n: count(bin.success.denominator),
        });
      }),
      line: lab.curve.map((each) => ({ at: each.confidence, value: each.success })),
      dots: lab.reliability.map(({ meanConfidence, success }) => ({
        at: meanConfidence,
        value: success.value,
        low: success.low,
        high: success.high,
      })),
      hasDiagonal: true,
      marks,
    },
    {
      title: t('lab.risk.title'),
      caption: t('lab.risk.caption'),
      top: 1,
      yTicks: percents,
      readouts: at((share) => {
        const point = nearest(lab.riskCoverage, ({ coverage }) => coverage, share);
        if (point === undefined) return percent(share);
        return t('lab.risk.readout', {
          at: confidence(share),
          coverage: percent(point.coverage),
          threshold: confidence(point.threshold),
          value: percent(point.risk.value),
          low: percent(point.risk.low),
          high: percent(point.risk.high),
        });
      }),
      line: lab.riskCoverage
        .map(({ coverage, risk }) => ({ at: coverage, value: risk.value }))
        .toReversed(),
      dots: [],
      hasDiagonal: false,
      marks: [],
    },
    {
      title: t('lab.cost.title'),
      caption: t('lab.cost.caption'),
      top: highest,
      yTicks: [0, highest / 2, highest].map((value) => ({ value, label: count(value) })),
      readouts: at((share) => {
        const point = nearest(costs, (each) => each.at, share);
        return t('lab.cost.readout', {
          threshold: confidence(share),
          cost: point === undefined ? '–' : count(point.value),
        });
      }),
      line: costs,
      dots: [],
      hasDiagonal: false,
      marks,
    },
  ];
}

/** Along the axis of each chart. */
export const labTicks = ({ percent }: Formats): readonly { index: number; label: string }[] =>
  [0, 10, 20, 30, 40, 50].map((index) => ({ index, label: percent(index / STEPS) }));

/** Places of ChartPlot are counted by fiftieths. */
export const placeOf = (share: number): number => share * STEPS;
