import { classifyTimeline } from '../../../src/domain/outcome/classify';
import { DEFAULT_DEFINITION } from '../../../src/domain/outcome/definition';
import { applyPausedStatuses } from '../../../src/domain/timeline/paused-statuses';
import {
  aTimeline,
  bot,
  hours,
  reply,
  resolve,
  status,
  waitForRequester,
} from '../../support/timeline-builder';

const timeline = aTimeline([
  reply(bot, 1),
  status(bot, 2, { status: 'On hold' }),
  waitForRequester(bot, 4),
  resolve(bot, 9),
]);

const pausesOf = (names: readonly string[] | null): readonly boolean[] =>
  applyPausedStatuses(timeline, names).events.flatMap((event) =>
    event.kind === 'status' ? [event.paused] : [],
  );
const judgedBy = (names: readonly string[] | null) =>
  classifyTimeline(applyPausedStatuses(timeline, names), {
    definition: DEFAULT_DEFINITION,
    asOf: hours(10_000),
    hasRepeatContact: () => false,
    profile: { timeZone: 'UTC', calendar: null, pausedStatuses: names },
  });

describe('the states that wait for the requester', () => {
  it.each<[string, readonly string[] | null, readonly boolean[]]>([
    ['are those that the source says when the desk sets none', null, [false, true, false]],
    ['are those of the list, and no others', ['On hold'], [true, false, false]],
    ['are named in any case and with blanks around', [' oN HOLD '], [true, false, false]],
    ['are none when the list is empty', [], [false, false, false]],
    ['may be several', ['Waiting for customer', 'On hold'], [true, true, false]],
  ])('%s', (_case, names, paused) => {
    expect(pausesOf(names)).toEqual(paused);
  });

  it('decide active time and silent waits', () => {
    // Opened at 0, resolved at 9 h. On hold 2–4 h; waiting for customer 4–9 h.
    expect(judgedBy(null)).toMatchObject([{ rule: 'silent-wait', activeMs: 4 * 3_600_000 }]);
    expect(judgedBy(['On hold'])).toMatchObject([{ rule: 'ai-resolved', activeMs: 7 * 3_600_000 }]);
    expect(judgedBy([])).toMatchObject([{ rule: 'ai-resolved', activeMs: 9 * 3_600_000 }]);
  });

  it('leave the stored timeline alone', () => {
    const before = JSON.stringify(timeline);
    applyPausedStatuses(timeline, ['On hold']);
    expect(JSON.stringify(timeline)).toBe(before);
  });
});
