import { prepareOpenCard, prepareTimeCard } from '../../../../static/shared/prepare/time-card';
import { FORMATS, aDesk, aScore, aTrendPoint, plain } from '../builders';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('prepareTimeCard', () => {
  it('puts median, p90 and n beside the mean', () => {
    const measure = { n: 1_311, mean: 21.5 * HOUR, median: 5 * HOUR, p90: 60 * HOUR };
    const times = { ...aScore().timeToResolveMs, human: measure };
    const card = prepareTimeCard(
      'human',
      aDesk({ score: aScore({ timeToResolveMs: times }) }),
      FORMATS,
    );
    expect(card.name).toBe('MTTR, people');
    expect(
      [card.value, card.exact, card.basis, card.note].map((text) => plain(text ?? '')),
    ).toEqual(['21.5 h', '21 h 30 min', '1,311 resolved', 'median 5 h · p90 2.5 d']);
  });

  it('tells the interval of the mean in words, never below nothing', () => {
    const measure = { n: 3, mean: 4 * HOUR, median: HOUR, p90: 9 * HOUR };
    const times = { ...aScore().timeToResolveMs, ai: measure };
    const timeIntervalsMs = {
      episode: null,
      ai: { lowMs: -2 * HOUR, highMs: 10 * HOUR },
      human: null,
    };
    const desk = aDesk({ score: aScore({ timeToResolveMs: times }), timeIntervalsMs });
    expect(plain(prepareTimeCard('ai', desk, FORMATS).meanInterval ?? '')).toBe(
      '95% interval: 0 s to 10 h',
    );
  });

  it.each([
    ['ai', 'No mature AI resolution in this period.'],
    ['human', 'People resolved no ticket in this period.'],
    ['episode', 'No ticket was resolved in this period.'],
  ] as const)('has a dash and a reason, never a zero, for %s', (name, basis) => {
    expect(prepareTimeCard(name, aDesk(), FORMATS)).toMatchObject({
      value: '–',
      isNoData: true,
      basis,
      note: null,
    });
  });

  it('shows the course of all resolved tickets', () => {
    const measure = (minutes: number) => ({ n: 1, mean: minutes * MINUTE, median: 0, p90: 0 });
    const trend = [
      aTrendPoint('2026-03-03', { timeToResolveMs: { episode: measure(4) } }),
      aTrendPoint('2026-03-04', { timeToResolveMs: { episode: measure(9) } }),
    ];
    const times = { ...aScore().timeToResolveMs, episode: measure(6), ai: measure(6) };
    const desk = aDesk({ trend, score: aScore({ timeToResolveMs: times }) });
    expect(plain(prepareTimeCard('episode', desk, FORMATS).sparkline?.label ?? '')).toBe(
      'MTTR, all, from 4 min (3 Mar) to 9 min (4 Mar)',
    );
    expect(prepareTimeCard('ai', desk, FORMATS).sparkline).toBeNull();
  });
});

describe('prepareOpenCard', () => {
  it('gives the count and its median age', () => {
    const card = prepareOpenCard(
      aDesk({ open: { tickets: 23, medianAgeMs: 38.4 * HOUR } }),
      FORMATS,
    );
    expect([card.value, plain(card.basis)]).toEqual(['23', 'waiting, median age 1.6 d']);
  });

  it('keeps a true zero', () => {
    expect(prepareOpenCard(aDesk(), FORMATS)).toMatchObject({
      value: '0',
      isNoData: false,
      basis: 'Nothing is waiting.',
    });
  });
});
