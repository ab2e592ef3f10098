import * as fc from 'fast-check';

import { buildDayRollups } from '../../../src/domain/kpi/rollup';
import { deskDayOf } from '../../../src/domain/kpi/desk-day';
import { scorecardOf } from '../../../src/domain/kpi/score';
import { mergeTallies, TallyBuilder, type Tally } from '../../../src/domain/kpi/tally';
import { classifyTimeline } from '../../../src/domain/outcome/classify';
import { DEFAULT_DEFINITION } from '../../../src/domain/outcome/definition';
import { epochMs, MINUTE_MS } from '../../../src/domain/time';
import { mergeEvents, mergeSnapshot, toTimeline } from '../../../src/domain/timeline/merge-events';
import type { RecordedEvent } from '../../../src/domain/timeline/recorded-event';
import { aTimeline, bot, hours, human, requester, rule, T0 } from '../../support/timeline-builder';

const actor = fc.constantFrom(bot, human, requester, rule);
const change = fc.oneof(
  fc.record({
    kind: fc.constant('comment' as const),
    visibility: fc.constantFrom('public' as const, 'internal' as const),
    actor,
  }),
  fc.record({
    kind: fc.constant('status' as const),
    actor,
    status: fc.constant('any'),
    category: fc.constantFrom('new' as const, 'indeterminate' as const, 'done' as const),
    paused: fc.boolean(),
    resolution: fc.constantFrom(null, 'Done', 'Duplicate'),
  }),
);
/** Minutes repeat on purpose: equal times must not depend on who came first. */
const recordedEvents = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 60 }), change), { maxLength: 14 })
  .map((changes) =>
    changes.map(([minute, { ...event }], index): RecordedEvent => ({
      origin: event.kind === 'comment' ? 'comment' : 'history',
      key: event.kind === 'comment' ? `${index}` : `${index}:0`,
      event: { ...event, at: epochMs(T0 + minute * MINUTE_MS) },
    })),
  );

/** Twice, and at most three minutes from its place. */
const delivered = recordedEvents.chain((events) =>
  fc
    .array(fc.tuple(fc.nat({ max: 179_999 }), fc.nat({ max: 179_999 })), {
      minLength: events.length,
      maxLength: events.length,
    })
    .map((lags) => ({
      events,
      arrivals: events
        .flatMap((event, i) =>
          (lags[i] ?? [0, 0]).map((lag) => ({ event, at: event.event.at + lag })),
        )
        .sort((a, b) => a.at - b.at)
        .map(({ event }) => event),
    })),
);

const judge = (events: readonly RecordedEvent[]) =>
  classifyTimeline(toTimeline(aTimeline([]), events), {
    definition: DEFAULT_DEFINITION,
    asOf: hours(300),
    hasRepeatContact: () => false,
    profile: { timeZone: 'UTC', calendar: null, pausedStatuses: null },
  });

const tallyOf = (events: readonly RecordedEvent[]): Tally => {
  const builder = new TallyBuilder(hours(300));
  for (const verdict of judge(events)) builder.addVerdict(verdict);
  return builder.build();
};

describe('events delivered twice, late and out of order', () => {
  it('give the same record, outcomes and roll-ups as in order, one by one or at once', () => {
    fc.assert(
      fc.property(delivered, fc.integer({ min: 1, max: 5 }), ({ events, arrivals }, batch) => {
        const inOrder = events.reduce<readonly RecordedEvent[]>(
          (stored, event) => mergeEvents(stored, [event]),
          [],
        );
        let stored: readonly RecordedEvent[] = [];
        for (let i = 0; i < arrivals.length; i += batch) {
          stored = mergeEvents(stored, arrivals.slice(i, i + batch));
        }
        expect(stored).toEqual(inOrder);
        expect(judge(stored)).toEqual(judge(inOrder));
        expect(tallyOf(stored)).toEqual(tallyOf(inOrder));
      }),
      { seed: 20_263, numRuns: 1_000 },
    );
  });

  it('give way to the whole history, which keeps later pushes and our own events', () => {
    const push = (key: string, minute: number, name: string): RecordedEvent => ({
      origin: 'push',
      key,
      event: {
        kind: 'status',
        status: name,
        category: 'indeterminate',
        paused: false,
        resolution: null,
        actor: human,
        at: epochMs(T0 + minute * MINUTE_MS),
      },
    });
    const run: RecordedEvent = {
      origin: 'app',
      key: 'run-1',
      event: { kind: 'handed-off', reason: 'low-confidence', actor: bot, at: T0 },
    };
    const told: RecordedEvent = { ...push('7:0', 1, 'In progress'), origin: 'history' };
    const merged = mergeSnapshot(
      [run, push('a', 1, 'In progress'), push('b', 9, 'Escalated')],
      [told],
      epochMs(T0 + 5 * MINUTE_MS),
    );
    expect(merged.map(({ origin, key }) => `${origin} ${key}`)).toEqual([
      'app run-1',
      'history 7:0',
      'push b',
    ]);
  });
});

describe('roll-ups', () => {
  it('of all days add up to the desk', () => {
    fc.assert(
      fc.property(fc.array(recordedEvents, { maxLength: 6 }), (tickets) => {
        const verdicts = tickets.flatMap(judge).map((verdict) => ({
          ...verdict,
          requestType: 'VPN',
          priority: null,
        }));
        const whole = new TallyBuilder(hours(300));
        for (const verdict of verdicts) whole.addVerdict(verdict);
        const days = new Set(verdicts.map(({ openedAt }) => deskDayOf(openedAt, 'UTC')));
        const rollups = [...days].flatMap((day) =>
          buildDayRollups({
            episodes: verdicts.filter(({ openedAt }) => deskDayOf(openedAt, 'UTC') === day),
            tickets: [],
            asOf: hours(300),
          }),
        );
        for (const dimension of ['all', 'request-type', 'priority', 'ai-agent']) {
          const parts = rollups.filter((rollup) => rollup.dimension === dimension);
          expect(scorecardOf(mergeTallies(parts.map(({ tally }) => tally)))).toEqual(
            scorecardOf(whole.build()),
          );
        }
      }),
      { seed: 20_264, numRuns: 200 },
    );
  });
});
