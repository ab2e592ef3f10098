import { prepareSummary } from '../../../../static/shared/prepare/summary';
import { aRate, aScore, FORMATS, GERMAN, outcomes } from '../builders';

const scoreOf = (ai: readonly [number, number] | null, back: readonly [number, number] | null) =>
  aScore({
    rates: {
      ...aScore().rates,
      aiResolution: ai === null ? null : aRate(...ai),
      reversal: back === null ? null : aRate(...back),
    },
  });

describe('prepareSummary', () => {
  it.each([
    [[53, 120], [6, 59], 'The AI resolved 53 of 120 tickets it handled, and 6 others came back.'],
    [[1, 3], [1, 2], 'The AI resolved 1 of 3 tickets it handled, and 1 other came back.'],
    [[2, 3], [0, 2], 'The AI resolved 2 of 3 tickets it handled, and none came back.'],
    [[1, 1], [0, 1], 'The AI resolved 1 of 1 ticket it handled, and none came back.'],
    // All that it resolved came back.
    [[0, 8], [2, 2], 'The AI resolved 0 of 8 tickets it handled, and 2 others came back.'],
    [[0, 12], null, 'The AI handled 12 tickets and resolved none of them.'],
    [[0, 1], null, 'The AI handled 1 ticket and resolved none.'],
  ] as const)('says of %j resolved and %j reversed: %s', (ai, back, sentence) => {
    expect(prepareSummary(scoreOf(ai, back), FORMATS.t)).toBe(sentence);
  });

  it('promises nothing while nothing is mature', () => {
    const score = aScore({ provisional: outcomes({ pending: 3, escalated: 1, 'without-ai': 9 }) });
    expect(prepareSummary(score, FORMATS.t)).toBe(
      'The AI handled 4 tickets; it is too early to say what held.',
    );
  });

  it('tells a desk without AI from one without decisions', () => {
    expect(prepareSummary(aScore({ outcomes: outcomes({ 'without-ai': 5 }) }), FORMATS.t)).toBe(
      'No AI agent had a part in what was decided in this period.',
    );
    expect(prepareSummary(aScore({ outcomes: outcomes({ open: 5 }) }), FORMATS.t)).toBe(
      'Nothing was decided in this period yet.',
    );
  });

  it('speaks German, its numbers included', () => {
    expect(prepareSummary(scoreOf([1_053, 4_120], [1, 1_054]), GERMAN.t)).toBe(
      'Die KI hat 1.053 von 4.120 bearbeiteten Tickets gelöst, und 1 weiteres kam wieder.',
    );
  });
});
