import type { PeriodBefore, RateDifference } from '../../../../src/contract';
import { prepareRateChange, prepareTimeChange } from '../../../../static/shared/prepare/change';
import { aDesk, aRate, aScore, FORMATS, GERMAN, plain } from '../builders';

const none = { rates: aScore().rates, times: { episode: null, ai: null, human: null } };
const HOUR = 3_600_000;

const before = (some: Partial<PeriodBefore>): PeriodBefore => ({
  period: { fromDay: '2026-02-24', toDay: '2026-03-03' },
  rates: none.rates,
  timeToResolveMs: none.times,
  changes: {
    coverage: null,
    firstContactResolution: null,
    aiResolution: null,
    automation: null,
    escalation: null,
    containment: null,
    containmentGap: null,
    reversal: null,
  },
  timeChangesMs: none.times,
  ...some,
});

const deskAfter = (name: 'aiResolution' | 'reversal' | 'escalation', difference: RateDifference) =>
  aDesk({
    before: before({
      rates: { ...none.rates, [name]: aRate(45, 100) },
      changes: { ...before({}).changes, [name]: difference },
    }),
  });

describe('what became of a number since the period before', () => {
  it('draws an arrow when the interval leaves out zero', () => {
    const desk = deskAfter('aiResolution', {
      value: 0.15,
      low: 0.0117,
      high: 0.2804,
      isChange: true,
    });
    const change = prepareRateChange('aiResolution', desk, FORMATS);
    expect(change).toEqual({
      direction: 'up',
      tone: 'good',
      text: expect.stringMatching(/^\+15.pts$/) as string,
      exact: expect.any(String) as string,
    });
    expect(plain(change?.exact ?? '')).toBe(
      '45% in the 7 days before; difference +15 pts, 95% interval +1 pts to +28 pts',
    );
  });

  it('claims nothing when chance may explain the difference', () => {
    const desk = deskAfter('aiResolution', {
      value: 0.15,
      low: -0.01,
      high: 0.28,
      isChange: false,
    });
    expect(prepareRateChange('aiResolution', desk, FORMATS)).toMatchObject({
      direction: 'unclear',
      tone: 'neutral',
      text: 'no clear change',
    });
  });

  it.each([
    ['reversal', 'bad'],
    ['escalation', 'neutral'],
  ] as const)('takes a rise of %s for %s', (name, tone) => {
    const desk = deskAfter(name, { value: 0.2, low: 0.1, high: 0.3, isChange: true });
    expect(prepareRateChange(name, desk, FORMATS)?.tone).toBe(tone);
  });

  it('has nothing to say without a period before, or without data in it', () => {
    expect(prepareRateChange('aiResolution', aDesk(), FORMATS)).toBeNull();
    expect(prepareRateChange('aiResolution', aDesk({ before: before({}) }), FORMATS)).toBeNull();
    expect(prepareTimeChange('ai', aDesk({ before: before({}) }), FORMATS)).toBeNull();
  });

  it('takes a shorter time for the better, in the viewer’s language', () => {
    const desk = aDesk({
      before: before({
        timeToResolveMs: { ...none.times, human: { n: 20, mean: 5 * HOUR } },
        timeChangesMs: {
          ...none.times,
          human: { valueMs: -2.5 * HOUR, lowMs: -4 * HOUR, highMs: -HOUR, isChange: true },
        },
      }),
    });
    const change = prepareTimeChange('human', desk, GERMAN);
    expect(change).toMatchObject({ direction: 'down', tone: 'good' });
    expect(plain(change?.text ?? '')).toMatch(/^−2,5 /);
  });
});
