import { OVERRIDE_OUTCOMES, overrideOutcomeInputSchema } from '../../../../src/contract';
import {
  errorsOf,
  prepareChoices,
  REASON_LENGTH,
  saidOf,
} from '../../../../static/ticket-panel/override/prepare-override';
import { FORMATS, aVerdict, anEpisode } from '../builders';

const { t } = FORMATS;

describe('prepareChoices', () => {
  it('offers what the contract takes, each with its word and meaning', () => {
    const choices = prepareChoices(t);
    expect(choices.map(({ value }) => value)).toEqual(OVERRIDE_OUTCOMES);
    expect(choices.map(({ lozenge }) => lozenge.label)).toEqual([
      'AI-resolved',
      'Escalated',
      'Reversed',
      'Ambiguous',
      'Abandoned',
      'Human-resolved',
      'Excluded',
    ]);
    expect(choices[1]?.meaning).toBe('It went from the AI to people.');
  });
});

describe('errorsOf', () => {
  it('asks for an outcome and a reason', () => {
    expect(errorsOf(null, '  ', t)).toEqual({
      outcome: 'Choose what became of it.',
      reason: 'Say why, in at least 3 characters.',
    });
  });

  it.each([
    ['ab ', false],
    ['abc', true],
    ['x'.repeat(200), true],
    ['x'.repeat(201), false],
  ])('agrees with the contract about a reason of %j', (reason, isFine) => {
    expect(errorsOf('escalated', reason, t).reason === null).toBe(isFine);
    const requestId = '3f0c1f7e-58a4-4d5e-9a38-0d6a52f7a001';
    const input = { issue: 'IT-1', requestId, outcome: 'escalated', reason };
    expect(overrideOutcomeInputSchema.safeParse(input).success).toBe(isFine);
  });

  it('says how long a reason may be', () => {
    expect(errorsOf('escalated', 'x'.repeat(REASON_LENGTH.max + 1), t)).toEqual({
      outcome: null,
      reason: 'Say it in at most 200 characters.',
    });
  });
});

describe('saidOf', () => {
  it('tells the outcome of the latest episode', () => {
    const verdict = aVerdict({
      episodes: [anEpisode(), anEpisode({ ordinal: 1, outcome: 'escalated' })],
    });
    expect(saidOf('saved', verdict, t)).toBe('Saved: the outcome is Escalated.');
    expect(saidOf('undone', verdict, t)).toBe('Taken back: the rules say Escalated.');
  });
});
