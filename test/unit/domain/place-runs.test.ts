import type { AgentRunEvent, TicketEvent } from '../../../src/domain/timeline/event';
import { placeRuns } from '../../../src/domain/timeline/place-runs';
import { bot, hours, reply, requester, resolve, status } from '../../support/timeline-builder';

const run = (startedAt: number | null, endedAt: number): AgentRunEvent => ({
  kind: 'agent-run',
  ...(startedAt === null ? {} : { startedAt: hours(startedAt) }),
  at: hours(endedAt),
  actor: bot,
  result: 'resolved',
  confidence: 0.9,
  verifiedActions: 1,
  reason: null,
});
const reopen = (at: number): TicketEvent => status(requester, at, { status: 'Open' });

describe('a run on a timeline', () => {
  it('comes just before the resolution that fell within it, at its time', () => {
    const [answer, done] = [reply(bot, 2), resolve(bot, 3)];
    expect(placeRuns([answer, done, run(1, 4)])).toEqual([
      answer,
      { ...run(1, 4), at: hours(3) },
      done,
    ]);
  });

  it('comes before the first of several: of what was done again it knows nothing', () => {
    const events = [resolve(bot, 2), reopen(3), resolve(bot, 4)];
    expect(placeRuns([...events, run(1, 5)])).toEqual([{ ...run(1, 5), at: hours(2) }, ...events]);
  });

  it.each([
    ['it ended before', [reply(bot, 1), run(1, 2), resolve(bot, 3)]],
    ['it began afterwards', [resolve(bot, 1), run(2, 3)]],
    ['nobody said when it began', [resolve(bot, 1), run(null, 2)]],
    ['nothing was resolved', [reply(bot, 1), run(0, 2)]],
  ])('stays at its end where %s', (_name, events) => {
    expect(placeRuns(events)).toBe(events);
  });

  it('moves each of several, and keeps their order', () => {
    const done = resolve(bot, 3);
    expect(placeRuns([done, run(1, 4), run(2, 5)])).toEqual([
      { ...run(1, 4), at: hours(3) },
      { ...run(2, 5), at: hours(3) },
      done,
    ]);
  });
});
