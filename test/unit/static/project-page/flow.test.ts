import fc from 'fast-check';

import { scorecardOf } from '../../../../src/domain/kpi/score';
import { EMPTY_TALLY } from '../../../../src/domain/kpi/tally';
import { OUTCOMES } from '../../../../src/domain/outcome/outcome';
import { flowParts, type FlowPart } from '../../../../static/project-page/overview/flow-parts';
import { holdsItsLabel, prepareFlow } from '../../../../static/project-page/overview/prepare-flow';
import { FORMATS, aScore } from '../builders';

const PERIOD = { fromDay: '2026-02-09', toDay: '2026-03-11' };
const mature = {
  'ai-resolved': 50,
  escalated: 40,
  reversed: 6,
  ambiguous: 3,
  abandoned: 1,
  'without-ai': 100,
  excluded: 9,
};
const provisional = { pending: 8, escalated: 4, ambiguous: 2, 'without-ai': 5 };
const score = scorecardOf({
  ...EMPTY_TALLY,
  mature,
  provisional,
  outcomes: { ...mature, pending: 8, escalated: 44, ambiguous: 5, 'without-ai': 105, open: 7 },
});

const counts = (parts: readonly FlowPart[]) =>
  Object.fromEntries(parts.map(({ id, count }) => [id, count]));

describe('flowParts', () => {
  it('divides the mature decided tickets, the excluded ones left out', () => {
    expect(counts(flowParts(score))).toEqual({
      decided: 200,
      involved: 100,
      'without-ai': 100,
      contained: 60,
      escalated: 40,
      durable: 50,
      reversed: 6,
      ambiguous: 3,
      abandoned: 1,
      pending: 0,
    });
  });

  it('lays each part right of those before it', () => {
    const starts = flowParts(score).map(({ id, start }) => [id, start]);
    expect(starts).toEqual([
      ['decided', 0],
      ['involved', 0],
      ['without-ai', 100],
      ['contained', 0],
      ['escalated', 60],
      ['durable', 0],
      ['reversed', 50],
      ['ambiguous', 56],
      ['abandoned', 59],
      ['pending', 60],
    ]);
  });

  it('adds up on every level, whatever was counted', () => {
    const count = fc.nat({ max: 1_000 });
    const perOutcome = fc.record(
      Object.fromEntries(OUTCOMES.filter((each) => each !== 'open').map((name) => [name, count])),
    ) as fc.Arbitrary<Record<string, number>>;
    fc.assert(
      fc.property(perOutcome, perOutcome, (old, young) => {
        const outcomes = Object.fromEntries(
          Object.keys(old).map((name) => [name, (old[name] ?? 0) + (young[name] ?? 0)]),
        );
        const tally = { ...EMPTY_TALLY, mature: old, provisional: young, outcomes };
        const parts = flowParts(scorecardOf(tally));
        const of = counts(parts);
        const sum = (level: number) =>
          parts.filter((part) => part.level === level).reduce((all, part) => all + part.count, 0);
        expect(parts.every((part) => part.count >= 0)).toBe(true);
        expect(sum(1)).toBe(of['decided'] ?? 0);
        expect(sum(2)).toBe(of['involved'] ?? 0);
        expect(sum(3)).toBe(of['contained'] ?? 0);
        expect(of['pending'] ?? 0).toBe(sum(0) === 0 ? 0 : (old['pending'] ?? 0));
      }),
    );
  });

  it('is empty when nothing decided is mature', () => {
    expect(flowParts(aScore())).toEqual([]);
  });
});

describe('prepareFlow', () => {
  const flow = prepareFlow(score, PERIOD, FORMATS);
  const part = (id: string) => flow?.parts.find((each) => each.id === id);

  it('draws to scale and says so in words', () => {
    expect(part('escalated')).toMatchObject({
      figure: '40 · 20%',
      words: 'Escalated: 40 tickets, 20% of all decided',
      start: 0.3,
      width: 0.2,
    });
    expect(part('abandoned')?.words).toBe('Abandoned: 1 ticket, 0.5% of all decided');
  });

  it('leads to exactly the tickets of the part', () => {
    expect(part('ambiguous')?.tickets).toMatchObject({
      cohort: 'mature:ambiguous',
      period: PERIOD,
      clicked: 3,
      segment: null,
    });
  });

  it('leaves out what is empty from the picture, and only what is never seen from the table', () => {
    expect(part('pending')).toBeUndefined();
    expect(flow?.rows.map(({ id }) => id)).not.toContain('pending');
    const withoutReversals = scorecardOf({
      ...EMPTY_TALLY,
      mature: { 'ai-resolved': 2 },
      outcomes: { 'ai-resolved': 2 },
    });
    const table = prepareFlow(withoutReversals, PERIOD, FORMATS)?.rows;
    expect(table?.find(({ id }) => id === 'reversed')).toMatchObject({ count: '0', share: '0%' });
  });

  it('keeps a label in its part only where there is room', () => {
    const label = { ...(part('escalated') as NonNullable<ReturnType<typeof part>>) };
    expect(holdsItsLabel(label, 300)).toBe(true);
    expect(holdsItsLabel(label, 40)).toBe(false);
  });

  it('is nothing without a decided ticket', () => {
    expect(prepareFlow(aScore(), PERIOD, FORMATS)).toBeNull();
  });
});
