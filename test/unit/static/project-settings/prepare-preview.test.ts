import type { PreviewResult, Scorecard } from '../../../../src/contract';
import { preparePreview } from '../../../../static/project-settings/prepare-preview';
import { prepareChanges } from '../../../../static/project-settings/settings-changes';
import { aRate, aScore, FORMATS, outcomes, plain } from '../builders';
import { someSettings, WEEK } from './settings-builder';

const HOUR = 3_600_000;

const score = (some: Partial<Scorecard>): Scorecard => aScore({ episodes: 120, ...some });
const withRates = (rates: Partial<Scorecard['rates']>): Scorecard['rates'] => ({
  ...aScore().rates,
  ...rates,
});
const result = (some: Partial<PreviewResult>): PreviewResult => ({
  asOf: '2026-03-31T09:00:00Z',
  period: { fromDay: '2026-03-02', toDay: '2026-04-01', days: 30 },
  current: score({}),
  draft: score({}),
  moves: [],
  ...some,
});
const windowAlone = prepareChanges(someSettings(), someSettings({ windowHours: 72 }), FORMATS);
const view = (some: Partial<PreviewResult>, changes = windowAlone) =>
  preparePreview(result(some), changes, 72, FORMATS);
const rowOf = (some: Partial<PreviewResult>, id: string) => {
  const row = view(some)
    .groups.flatMap(({ rows }) => rows)
    .find((each) => each.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  return [row.name, row.now, row.draft, row.difference, row.isChanged].map((cell) =>
    typeof cell === 'string' ? plain(cell) : cell,
  );
};

describe('preparePreview', () => {
  it('says in numbers what a window would have done, from the moves', () => {
    const { title, sentences, moves } = view({
      current: score({ rates: withRates({ aiResolution: aRate(53, 120) }) }),
      draft: score({ rates: withRates({ aiResolution: aRate(84, 120) }) }),
      // 22 + 9 = 31 become AI-resolved; 2 that count today would not.
      moves: [
        { from: 'pending', to: 'ai-resolved', episodes: 22 },
        { from: 'reversed', to: 'ai-resolved', episodes: 9 },
        { from: 'ai-resolved', to: 'ambiguous', episodes: 2 },
      ],
    });
    expect(plain(title)).toBe('What the draft would change, 2–31 Mar 2026');
    expect(sentences.map(plain)).toEqual([
      '33 of 120 episodes would have another outcome.',
      'A window of 72 h (3 days) would have counted 31 more AI resolutions in these 30 days. ' +
        'Now they are: 22 pending and 9 reversed.',
      'A window of 72 h (3 days) would not have counted 2 AI resolutions of these 30 days. ' +
        'They would be: 2 ambiguous.',
      'AI resolution would go from 44% (53 of 120) to 70% (84 of 120).',
    ]);
    expect(
      moves.map(({ from, to, episodes }) => `${from.label} → ${to.label} ${episodes}`),
    ).toEqual([
      'AI-resolved · pending → AI-resolved 22 episodes',
      'Reversed → AI-resolved 9 episodes',
      'AI-resolved → Ambiguous 2 episodes',
    ]);
  });

  it('speaks of the draft when more than the window changes', () => {
    const changes = prepareChanges(
      someSettings(),
      someSettings({ windowHours: 72, repeatContact: 'off' }),
      FORMATS,
    );
    const { sentences } = view(
      { moves: [{ from: 'reversed', to: 'ai-resolved', episodes: 1 }] },
      changes,
    );
    expect(sentences[1]).toBe(
      'The draft would have counted 1 more AI resolution in these 30 days. ' +
        'Now it is: 1 reversed.',
    );
  });

  it('says that nothing would move', () => {
    expect(view({}).sentences).toEqual([
      'All 120 episodes of this period would keep their outcome.',
    ]);
  });

  it('tells what a calendar alone would measure', () => {
    const changes = prepareChanges(someSettings(), someSettings({}, { calendar: WEEK }), FORMATS);
    const business = { n: 40, mean: 2.5 * HOUR, median: HOUR, p90: 6 * HOUR };
    const draft = score({ timeToResolveMs: { ...aScore().timeToResolveMs, business } });
    expect(view({ draft }, changes).sentences.map(plain)).toEqual([
      'All 120 episodes of this period would keep their outcome.',
      'Business time would be measured: 2.5 h on average.',
    ]);
  });

  it('puts every KPI side by side', () => {
    expect(view({}).groups.map(({ title, rows }) => [title, rows.map(({ id }) => id)])).toEqual([
      [
        'Rates',
        [
          'coverage',
          'firstContactResolution',
          'aiResolution',
          'automation',
          'escalation',
          'containment',
          'containmentGap',
          'reversal',
        ],
      ],
      [
        'Time to resolve',
        ['episode', 'ai', 'human', 'machine', 'active', 'business', 'native'].flatMap((name) => [
          `${name}-mean`,
          `${name}-median`,
        ]),
      ],
      [
        'Episodes by outcome',
        [
          'ai-resolved',
          'pending',
          'escalated',
          'reversed',
          'ambiguous',
          'abandoned',
          'without-ai',
          'excluded',
          'open',
        ],
      ],
      [
        'Further figures',
        [
          'repeatContact-ai',
          'repeatContact-human',
          'satisfaction-ai',
          'satisfaction-human',
          'unknownTouched',
          'reopenMoves',
          'reopenTickets',
          'openTickets',
          'episodes',
          'tickets',
        ],
      ],
    ]);
  });

  it('gives each rate with what it counts, and the difference in points', () => {
    const rates = { current: aRate(53, 120), draft: aRate(84, 120) };
    const some = {
      current: score({ rates: withRates({ aiResolution: rates.current, reversal: aRate(0, 4) }) }),
      draft: score({ rates: withRates({ aiResolution: rates.draft, coverage: aRate(1, 2) }) }),
    };
    // 84/120 − 53/120 = 25.8 points
    expect(rowOf(some, 'aiResolution')).toEqual([
      'AI resolution',
      '44% (53 of 120)',
      '70% (84 of 120)',
      '+26 pts',
      true,
    ]);
    expect(rowOf(some, 'reversal')).toEqual([
      'Reversal',
      '0% (0 of 4)',
      '–',
      'no comparison',
      true,
    ]);
    expect(rowOf(some, 'automation')).toEqual(['Automation', '–', '–', '–', false]);
  });

  it('gives mean and median of each time, with how many', () => {
    const times = (mean: number) => ({
      ...aScore().timeToResolveMs,
      business: { n: 40, mean: mean * HOUR, median: HOUR, p90: 6 * HOUR },
    });
    const some = {
      current: score({ timeToResolveMs: times(4) }),
      draft: score({ timeToResolveMs: times(2.5) }),
    };
    expect(rowOf(some, 'business-mean')).toEqual([
      'Business time, mean',
      '4 h (n 40)',
      '2.5 h (n 40)',
      '−1.5 h',
      true,
    ]);
    expect(rowOf(some, 'business-median').slice(1)).toEqual([
      '1 h (n 40)',
      '1 h (n 40)',
      'same',
      false,
    ]);
  });

  it('gives counts and ratings', () => {
    const some = {
      current: score({
        outcomes: outcomes({ reversed: 12 }),
        satisfaction: { ai: { n: 10, mean: 4.25, answered: 10, asked: 30 }, human: null },
      }),
      draft: score({
        outcomes: outcomes({ reversed: 3 }),
        satisfaction: { ai: { n: 12, mean: 4, answered: 12, asked: 36 }, human: null },
      }),
    };
    expect(rowOf(some, 'reversed')).toEqual(['Reversed', '12', '3', '−9', true]);
    expect(rowOf(some, 'satisfaction-ai')).toEqual([
      'Satisfaction, AI (rated of asked)',
      '4.25 of 5 (10 of 30)',
      '4 of 5 (12 of 36)',
      '−0.25',
      true,
    ]);
  });
});
