import { classifyTimeline } from '../../../src/domain/outcome/classify';
import { DEFAULT_DEFINITION, type Definition } from '../../../src/domain/outcome/definition';
import type { TicketEvent } from '../../../src/domain/timeline/event';
import type { Verdict } from '../../../src/domain/outcome/verdict';
import {
  aTimeline,
  bot,
  hours,
  human,
  note,
  reply,
  requester,
  resolve,
  rule,
  status,
  stranger,
  waitForRequester,
} from '../../support/timeline-builder';

const MUCH_LATER = 10_000;

function judge(
  events: readonly TicketEvent[],
  options: {
    readonly asOf?: number;
    readonly definition?: Partial<Definition>;
    readonly hasRepeatContact?: boolean;
  } = {},
): readonly Verdict[] {
  return classifyTimeline(aTimeline(events), {
    definition: { ...DEFAULT_DEFINITION, ...options.definition },
    asOf: hours(options.asOf ?? MUCH_LATER),
    hasRepeatContact: () => options.hasRepeatContact ?? false,
    profile: { timeZone: 'UTC', calendar: null, pausedStatuses: null },
  });
}

describe('the rules, in their order', () => {
  it.each<[string, readonly TicketEvent[], string, string]>([
    ['nothing happened', [], 'open', 'open'],
    ['people only', [reply(human, 1), resolve(human, 2)], 'without-ai', 'without-ai'],
    [
      'the AI noted something inside',
      [note(bot, 1), resolve(human, 2)],
      'without-ai',
      'without-ai',
    ],
    ['the AI answered, nobody resolved', [reply(bot, 1)], 'open', 'open'],
    [
      'a person replied',
      [reply(bot, 1), reply(human, 2), resolve(bot, 3)],
      'escalated',
      'escalated',
    ],
    ['an unknown actor replied', [reply(bot, 1), reply(stranger, 2)], 'escalated', 'escalated'],
    ['a person closed it', [reply(bot, 1), resolve(human, 2)], 'escalated', 'escalated'],
    [
      'the requester closed without an answer',
      [status(bot, 1), resolve(requester, 2)],
      'ambiguous',
      'unanswered',
    ],
    [
      'a rule closed without an answer',
      [status(bot, 1), resolve(rule, 2)],
      'abandoned',
      'unanswered',
    ],
    [
      'the AI closed in silence',
      [reply(bot, 1), waitForRequester(bot, 2), resolve(bot, 90)],
      'abandoned',
      'silent-wait',
    ],
    [
      'a rule closed after the answer',
      [reply(bot, 1), resolve(rule, 90)],
      'ambiguous',
      'closed-by-automation',
    ],
    ['the AI closed', [reply(bot, 1), resolve(bot, 2)], 'ai-resolved', 'ai-resolved'],
    [
      'a person acted before the AI',
      [status(human, 1), reply(bot, 2), resolve(bot, 3)],
      'ai-resolved',
      'ai-resolved',
    ],
    ['a duplicate', [reply(bot, 1), resolve(bot, 2, 'Duplicate')], 'excluded', 'excluded'],
  ])('%s', (_case, events, outcome, ruleName) => {
    expect(judge(events)).toMatchObject([{ outcome, rule: ruleName }]);
  });

  it('counts a reopening until just before the end of the window', () => {
    const reopenedAfter = (atHour: number) =>
      judge([reply(bot, 1), resolve(bot, 2), status(requester, atHour)])[0];
    expect(reopenedAfter(2 + 167.999)).toMatchObject({ outcome: 'reversed', reason: 'reopened' });
    expect(reopenedAfter(2 + 168)).toMatchObject({ outcome: 'ai-resolved' });
  });

  it('keeps the moment of a decision that is reversed', () => {
    const [first] = judge([reply(bot, 1), resolve(bot, 2), status(requester, 50)]);
    expect(first).toMatchObject({ decidedAt: hours(2), evidence: 'assumed' });
  });

  it('is pending until the window has passed, to the millisecond', () => {
    const events = [reply(bot, 1), resolve(bot, 2)];
    expect(judge(events, { asOf: 2 + 167.999 })).toMatchObject([{ outcome: 'pending' }]);
    expect(judge(events, { asOf: 2 + 168 })).toMatchObject([{ outcome: 'ai-resolved' }]);
  });

  it('knows nothing of what happens after asOf', () => {
    const events = [reply(bot, 1), resolve(bot, 2), status(requester, 5), resolve(human, 9)];
    expect(judge(events, { asOf: 4 })).toMatchObject([{ outcome: 'pending' }]);
    expect(judge(events, { asOf: 8 })).toMatchObject([
      { outcome: 'reversed' },
      { outcome: 'open' },
    ]);
  });

  it('takes silence for a yes only when the definition says so', () => {
    const events = [reply(bot, 1), waitForRequester(bot, 2), resolve(rule, 90)];
    const definition = { silenceCountsAsResolved: true };
    expect(judge(events, { definition })).toMatchObject([{ outcome: 'ai-resolved' }]);
  });

  it('puts a reopening before a repeat contact, and both before a rating', () => {
    const rated: TicketEvent = { kind: 'rated', rating: 1, actor: requester, at: hours(3) };
    const events = [reply(bot, 1), resolve(bot, 2), rated];
    expect(judge(events)).toMatchObject([{ rule: 'rejected-by-rating', outcome: 'ambiguous' }]);
    expect(judge(events, { hasRepeatContact: true })).toMatchObject([{ rule: 'repeat-contact' }]);
    expect(judge([...events, status(requester, 4)], { hasRepeatContact: true })[0]).toMatchObject({
      rule: 'reopened',
    });
  });

  it('lets the last override win, also while the ticket is open', () => {
    const override = (at: number, outcome: 'escalated' | 'abandoned'): TicketEvent => ({
      kind: 'overridden',
      outcome,
      reason: 'seen by phone',
      actor: human,
      at: hours(at),
    });
    expect(
      judge([reply(bot, 1), override(2, 'escalated'), override(3, 'abandoned')]),
    ).toMatchObject([
      { outcome: 'abandoned', rule: 'overridden', reason: 'seen by phone', decidedAt: hours(3) },
    ]);
  });
});

describe('what a verdict measures', () => {
  it('leaves the waiting out of active time, and starts the machine at its first act', () => {
    const [verdict] = judge([
      reply(bot, 1),
      waitForRequester(bot, 2),
      reply(requester, 6),
      status(bot, 7),
      resolve(bot, 10),
    ]);
    // 10 h in all; 2 to 7 was a wait of 5 h; first act at 1 h
    expect(verdict).toMatchObject({
      episodeMs: 36_000_000,
      activeMs: 18_000_000,
      machineMs: 32_400_000,
    });
  });

  it('says null, not zero, where there is nothing to measure', () => {
    expect(judge([reply(bot, 1)])).toMatchObject([
      { episodeMs: null, activeMs: null, machineMs: null, businessMs: null, decidedAt: null },
    ]);
  });

  it('holds a clock that runs backwards at zero', () => {
    expect(judge([resolve(human, -3)])).toMatchObject([{ episodeMs: 0, activeMs: 0 }]);
  });
});
