import { prepareHeader } from '../../../../static/queue-page/prepare-header';
import { prepareQueuePage } from '../../../../static/queue-page/prepare-queue-page';
import { FORMATS, aDesk, aRate, aScore, plain } from '../builders';

describe('prepareHeader', () => {
  it('says of when the figures are, and computed when', () => {
    const header = prepareHeader(aDesk(), FORMATS);
    expect(header).toMatchObject({
      computed: 'Computed 4 min ago',
      computedExact: expect.stringMatching(/^Tuesday,? 10 March 2026 at 10:00:00 CET$/) as unknown,
      history: 'Complete from 1 Jan 2026',
      historyProgress: null,
      needsAttention: false,
    });
    // The period ends before 10 March: its last day is the 9th.
    expect(plain(header.range)).toBe('3–9 Mar 2026');
    expect(plain(header.definition)).toBe(
      'Definition v3: a resolution counts once it has held for 7 d.',
    );
  });

  it.each([
    ['running', 640, 1_000, 'Reading history: 640 of 1,000 tickets (64%)', 0.64, false],
    ['running', 640, null, 'Reading history: 640 tickets so far', null, false],
    ['running', 1_010, 1_000, 'Reading history: 1,010 of 1,000 tickets (100%)', 1, false],
    ['paused', 640, 1_000, 'Reading history is paused after 640 tickets', null, true],
    [
      'failed',
      640,
      1_000,
      'Reading history failed after 640 tickets; older figures are missing',
      null,
      true,
    ],
  ] as const)(
    'reports a backfill that is %s after %d of %s',
    (status, ticketsDone, ticketsTotal, history, historyProgress, needsAttention) => {
      const desk = aDesk({ backfill: { status, ticketsDone, ticketsTotal, finishedAt: null } });
      expect(prepareHeader(desk, FORMATS)).toMatchObject({
        history,
        historyProgress,
        needsAttention,
      });
    },
  );

  it('warns of a period that begins before the history, by the clock of the desk', () => {
    // 3 March in New York begins at 05:00 UTC; the period begins on 3 March.
    const complete = (completeFrom: string) => {
      const { history, needsAttention } = prepareHeader(aDesk({ completeFrom }), FORMATS);
      return [history, needsAttention];
    };
    expect(complete('2026-03-04T04:00:00Z')).toEqual(['Complete from 4 Mar 2026', false]);
    expect(complete('2026-03-04T06:00:00Z')).toEqual([
      'Complete only from 4 Mar 2026: earlier days of this period are missing',
      true,
    ]);
  });

  it('sums the period up, once there is something to sum up', () => {
    const rates = { ...aScore().rates, aiResolution: aRate(53, 120), reversal: aRate(6, 59) };
    const desk = aDesk({ score: aScore({ rates }) });
    expect(prepareHeader(desk, FORMATS).summary).toMatch(/^The AI resolved 53 of 120 tickets/);
    expect(prepareHeader({ ...desk, computedAt: null }, FORMATS).summary).toBeNull();
  });

  it('names the clock that the days are of', () => {
    expect(prepareHeader(aDesk(), FORMATS).zone).toBe('Days on the clock of America/New_York');
  });

  it('admits that no history was read', () => {
    const desk = aDesk({ completeFrom: null });
    expect(prepareHeader(desk, FORMATS).history).toBe(
      'No history was read: figures start when the app was installed',
    );
  });
});

describe('prepareQueuePage', () => {
  it('shows every card that the desk is judged by', () => {
    const { content } = prepareQueuePage(aDesk(), FORMATS);
    if (content.kind !== 'figures') throw new Error('expected figures');
    expect(content.headline.map(({ name }) => name)).toEqual([
      'First-contact resolution',
      'AI resolution',
      'Containment gap',
      'Escalation',
    ]);
    expect(content.further.map(({ name }) => name)).toEqual([
      'Reversal',
      'Containment',
      'Coverage',
      'Automation',
    ]);
    expect(content.times.map(({ name }) => name)).toEqual([
      'MTTR, AI',
      'MTTR, people',
      'MTTR, all',
      'Open now',
    ]);
    expect(content.notes).toEqual([]);
  });

  it('says what to do before the first computation', () => {
    const { header, content } = prepareQueuePage(aDesk({ computedAt: null }), FORMATS);
    expect(header.computed).toBe('Not computed yet');
    expect(content).toMatchObject({
      kind: 'empty',
      title: 'Nothing has been computed for this desk yet',
    });
  });

  it('offers a longer period only where there is one', () => {
    const score = aScore({ tickets: 0, episodes: 0 });
    const bodyOf = (days: number) => {
      const period = { days, fromDay: '2026-03-03', toDay: '2026-03-10' };
      const { content } = prepareQueuePage(aDesk({ score, period }), FORMATS);
      return content.kind === 'empty' ? content.body : null;
    };
    expect(bodyOf(1)).toMatch(/^Choose a longer period/);
    expect(bodyOf(7)).toMatch(/^Choose a longer period/);
    expect(bodyOf(90)).toMatch(/^Come back/);
  });

  it('does not call a desk empty while tickets are open on it', () => {
    const score = aScore({ tickets: 0, episodes: 0 });
    const desk = aDesk({ score, open: { tickets: 2, medianAgeMs: 1_000 } });
    expect(prepareQueuePage(desk, FORMATS).content.kind).toBe('figures');
  });

  it('tells of double counting where there is any', () => {
    const score = aScore({ tickets: 8, episodes: 10 });
    const { content } = prepareQueuePage(aDesk({ score }), FORMATS);
    if (content.kind !== 'figures') throw new Error('expected figures');
    expect(content.notes).toEqual([expect.stringContaining('10 in 8 tickets')]);
  });

  it('draws no course through a single day, and says when there is none yet', () => {
    const trendOf = (days: number) => {
      const period = { days, fromDay: '2026-03-09', toDay: '2026-03-10' };
      const { content } = prepareQueuePage(aDesk({ period }), FORMATS);
      return content.kind === 'figures' ? content.trend : 'no figures';
    };
    expect(trendOf(1)).toBeNull();
    expect(trendOf(7)).toBe('empty');
  });
});
