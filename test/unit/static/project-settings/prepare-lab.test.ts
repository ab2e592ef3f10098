import type { Rate, ThresholdLab, WhatIf } from '../../../../src/contract';
import { prepareLab } from '../../../../static/project-settings/lab/prepare-lab';
import { prepareLabCharts } from '../../../../static/project-settings/lab/prepare-lab-charts';
import { FORMATS as formats } from '../builders';

const rate = (numerator: number, denominator: number): Rate => ({
  value: numerator / denominator,
  numerator,
  denominator,
  low: 0.1,
  high: 0.9,
});
const aWhatIf = (some: Partial<WhatIf>): WhatIf => ({
  threshold: null,
  isCurrent: false,
  kept: rate(80, 100),
  falseResolutions: rate(20, 80),
  aiResolution: rate(60, 100),
  escalation: rate(20, 100),
  hoursOfWork: { value: 40, low: 12, high: 68 },
  expectedCost: { value: 260, low: 184, high: 336 },
  isEstimated: false,
  ...some,
});
const aLab = (some: Partial<ThresholdLab> = {}): ThresholdLab => ({
  asOf: '2026-05-05T07:00:00.000Z',
  period: { days: 90, fromDay: '2026-02-05', toDay: '2026-05-06' },
  episodes: 200,
  withConfidence: 190,
  labelled: 150,
  held: 120,
  wrong: 30,
  currentThreshold: 0.6,
  currentSince: null,
  hasOtherThresholds: false,
  reliability: [
    { fromConfidence: 0.5, toConfidence: 0.7, meanConfidence: 0.62, success: rate(10, 20) },
  ],
  calibrationError: 0.12,
  curve: [
    { confidence: 0.5, success: 0.2 },
    { confidence: 1, success: 0.9 },
  ],
  riskCoverage: [{ threshold: 0.5, coverage: 1, risk: rate(30, 150) }],
  costCurve: [
    { threshold: 0, expectedCost: 300 },
    { threshold: 1, expectedCost: null },
  ],
  advice: { threshold: 0.72, low: 0.68, high: 0.75, reach: 'within', expectedCost: 185 },
  thin: null,
  whatIf: [
    aWhatIf({ threshold: 0.6, isCurrent: true }),
    aWhatIf({ isEstimated: true }),
    aWhatIf({ threshold: 0.72, hoursOfWork: null }),
    aWhatIf({ threshold: 0.8 }),
  ],
  ...some,
});

describe('the threshold lab on screen', () => {
  it('says first which threshold costs least, and how sure that is', () => {
    const view = prepareLab(aLab(), 0.8, formats);
    expect(view.title).toBe('A threshold of 72% would cost least');
    expect(view.detail).toBe('95 % interval 68% to 75%. The period would have cost 185.');
    expect(view.take).toEqual({ threshold: 0.72, label: 'Take 72% into the draft' });
    expect(view.remarks[1]).toBe(
      '10 tickets told no confidence. A threshold is taken to leave them where they are.',
    );
  });

  it('names each row, and gives every figure with its interval', () => {
    const { rows } = prepareLab(aLab(), 0.8, formats);
    expect(rows.map(({ cells }) => cells.threshold)).toEqual([
      '60% (now)',
      'No threshold (estimated)',
      '72% (advised)',
      '80% (draft)',
    ]);
    expect(rows[0]?.cells).toMatchObject({
      kept: '80% (10% to 90%)',
      hours: '40 (12 to 68)',
      cost: '260 (184 to 336)',
    });
    expect(rows[2]?.cells.hours).toBe('–');
  });

  it.each([
    ['too-few-episodes', 'It takes 100 tickets that AI kept with a confidence; there are 150.'],
    ['too-few-failures', 'It takes 10 answers that did not hold; there are 30.'],
    ['too-few-successes', 'It takes 10 answers that held; there are 120.'],
  ] as const)('says in words what is missing: %s', (thin, detail) => {
    const view = prepareLab(aLab({ advice: null, thin }), null, formats);
    expect(view.title).toBe('History is too thin to advise a threshold');
    expect(view).toMatchObject({ detail, take: null });
  });

  it('draws three curves, with the advised threshold and the draft marked on two', () => {
    const [reliability, risk, cost] = prepareLabCharts(aLab(), 0.8, formats);
    const marks = [
      { at: 0.72, label: 'advised' },
      { at: 0.8, label: 'draft' },
    ];
    expect(reliability).toMatchObject({
      hasDiagonal: true,
      marks,
      dots: [{ at: 0.62, value: 0.5 }],
    });
    expect(risk).toMatchObject({ line: [{ at: 1, value: 0.2 }], marks: [] });
    // What cannot be told is not drawn.
    expect(cost).toMatchObject({ top: 300, line: [{ at: 0, value: 300 }], marks });
    expect(new Set(reliability?.readouts).size).toBe(51);
  });
});
