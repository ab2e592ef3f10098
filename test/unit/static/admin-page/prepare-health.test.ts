import type { TelemetryStatus } from '../../../../src/contract';
import { prepareHealth } from '../../../../static/admin-page/prepare-health';
import { prepareTodos } from '../../../../static/admin-page/prepare-todos';
import { leftMs, withSamples } from '../../../../static/admin-page/progress-rate';
import { FORMATS, GERMAN, plain } from '../builders';
import { aDesk, AS_OF, aUsageRow, someAdministration } from './administration-builder';
import { aWaiting, someTelemetry, someUnmatched } from './telemetry-builder';

const AT = Date.parse(AS_OF);
const SECOND = 1_000;
const reading = (ticketsDone: number) =>
  aDesk('HR', { backfill: { status: 'running', ticketsDone, ticketsTotal: 1_000 } });

describe('the rate of a history', () => {
  it('comes from the polls of the last ten minutes', () => {
    // 100 tickets in 10 s leave 1,000 − 640 = 360, which take 36 s.
    const first = withSamples([], [reading(540)], AT);
    const second = withSamples(first, [reading(640)], AT + 10 * SECOND);
    expect(leftMs(second, reading(640))).toBe(36 * SECOND);
  });

  it('says nothing after one poll, without progress, or without a total', () => {
    const first = withSamples([], [reading(540)], AT);
    expect(leftMs(first, reading(540))).toBeNull();
    const still = withSamples(first, [reading(540)], AT + 10 * SECOND);
    expect(leftMs(still, reading(540))).toBeNull();
    const { backfill, ...desk } = reading(640);
    const noTotal = { ...desk, backfill: { ...backfill, ticketsTotal: null } };
    expect(leftMs(withSamples(first, [noTotal], AT + SECOND), noTotal)).toBeNull();
  });

  it('counts a poll once, however often it is drawn', () => {
    const once = withSamples([], [reading(1)], AT);
    expect(withSamples(once, [reading(1)], AT)).toEqual(once);
  });

  it('forgets what is older, what began anew, and what is over', () => {
    const first = withSamples([], [reading(540)], AT);
    const late = AT + 601 * SECOND;
    expect(withSamples(first, [reading(640)], late)).toHaveLength(1);
    expect(withSamples(first, [reading(3)], AT + SECOND)).toHaveLength(1);
    expect(withSamples(first, [aDesk('HR')], AT + SECOND)).toEqual([]);
  });
});

describe('prepareHealth', () => {
  const healthOf = (
    some: Parameters<typeof someAdministration>[0],
    formats = FORMATS,
    telemetry: TelemetryStatus | null = null,
  ) => {
    const { sentence, tone } = prepareHealth(
      someAdministration(some),
      { telemetry, serviceNow: null, samples: [] },
      formats,
    );
    return [plain(sentence), tone];
  };

  it('says in one sentence how all of it is', () => {
    const administration = someAdministration({
      desks: [aDesk('IT'), aDesk('FIN'), reading(640)],
      unclassified: [
        { actorId: 'x', accountId: null, kind: 'unknown', episodes: 3, lastSeenAt: AS_OF },
        { actorId: 'y', accountId: 'y', kind: 'automation', episodes: 1, lastSeenAt: AS_OF },
        { actorId: '', accountId: null, kind: 'unknown', episodes: 9, lastSeenAt: AS_OF },
      ],
    });
    const samples = [
      { project: 'HR', atMs: AT - 60 * SECOND, ticketsDone: 580 },
      { project: 'HR', atMs: AT, ticketsDone: 640 },
    ];
    // 60 a minute leave 360, which take 6 minutes.
    const { sentence, tone } = prepareHealth(
      administration,
      { telemetry: null, serviceNow: null, samples },
      FORMATS,
    );
    expect(plain(sentence)).toBe(
      '2 of 3 desks are up to date; history of HR 64%, about 6 min left; 2 actors unclassified.',
    );
    expect(tone).toBe('information');
  });

  it.each([
    [{ desks: [aDesk('IT'), aDesk('HR')] }, 'All 2 desks are up to date.', 'success'],
    [{ desks: [] }, 'No service project is scored yet.', 'information'],
    [
      { desks: [aDesk('IT', { isRescoring: true })] },
      '0 of 1 desk is up to date; IT is being judged again.',
      'information',
    ],
    [
      { desks: [aDesk('IT', { computedAt: '2026-03-10T06:00:00.000Z' })] },
      '0 of 1 desk is up to date; IT was last computed 3 h ago.',
      'warning',
    ],
    [
      { desks: [aDesk('IT', { computedAt: null })] },
      '0 of 1 desk is up to date; IT was never computed.',
      'warning',
    ],
    [
      { desks: [aDesk('IT', { backfill: { status: 'failed', ticketsDone: 300 } })] },
      '0 of 1 desk is up to date; history of IT stopped at 25%.',
      'warning',
    ],
    [
      {
        desks: [
          aDesk('IT', { backfill: { status: 'paused', ticketsDone: 12, ticketsTotal: null } }),
          aDesk('HR', { backfill: { status: 'none' } }),
        ],
      },
      '0 of 2 desks are up to date; history of IT paused at 12 tickets; ' +
        'history of HR is about to be read.',
      'information',
    ],
  ] as const)('knows every standing of a desk: %#', (some, sentence, tone) => {
    expect(healthOf(some)).toEqual([sentence, tone]);
  });

  it('takes an hour and a half for no delay', () => {
    const desk = aDesk('IT', { computedAt: '2026-03-10T07:30:00.000Z' });
    expect(healthOf({ desks: [desk] })).toEqual(['1 desk is up to date.', 'success']);
  });

  it('warns of hand-offs that Jira did not take, and tells of runs without a ticket', () => {
    const desks = [aDesk('IT')];
    const unmatched = [someUnmatched('bot', 3), someUnmatched('other', 1)];
    expect(healthOf({ desks }, FORMATS, someTelemetry({ unmatched }))).toEqual([
      '1 desk is up to date; 4 runs without a ticket.',
      'information',
    ]);
    const handOffs = [
      aWaiting('1', { problem: 'source-unavailable' }),
      aWaiting('2', { problem: null }),
    ];
    expect(healthOf({ desks }, FORMATS, someTelemetry({ handOffs }))).toEqual([
      '1 desk is up to date; 1 hand-off waits for Jira.',
      'warning',
    ]);
    expect(healthOf({ desks }, FORMATS, someTelemetry())).toEqual([
      '1 desk is up to date.',
      'success',
    ]);
  });

  it('speaks German', () => {
    expect(healthOf({ desks: [aDesk('IT'), aDesk('HR')] }, GERMAN)).toEqual([
      'Alle 2 Service Desks sind auf dem Stand.',
      'success',
    ]);
  });
});

describe('prepareTodos', () => {
  const todos = (
    some: Parameters<typeof someAdministration>[0],
    telemetry: TelemetryStatus | null = null,
  ) =>
    prepareTodos(someAdministration(some), { telemetry, serviceNow: null }, FORMATS).map(
      ({ id, text, action }) => [
        id,
        plain(text),
        action.kind === 'tab' ? action.tab : `resume ${action.project}`,
      ],
    );

  it('has nothing to do when all is well', () => {
    expect(todos({})).toEqual([]);
    expect(todos({}, someTelemetry())).toEqual([]);
  });

  it('sends to telemetry for runs without a ticket and hand-offs that wait for Jira', () => {
    const telemetry = someTelemetry({
      unmatched: [someUnmatched('bot', 1)],
      handOffs: [
        aWaiting('1', { problem: 'refused:assignee' }),
        aWaiting('2', { problem: 'source-unavailable' }),
        aWaiting('3', { problem: null }),
      ],
    });
    expect(todos({}, telemetry)).toEqual([
      [
        'hand-offs',
        '2 tickets should be with people, but Jira did not take the hand-offs yet. ' +
          'They are tried again every hour.',
        'telemetry',
      ],
      [
        'unmatched',
        '1 run that an agent reported belongs to no ticket of a desk, and counts nowhere.',
        'telemetry',
      ],
    ]);
  });

  it('lists what only an administrator can do, each with the way to it', () => {
    expect(
      todos({
        desks: [
          aDesk('IT', {
            backfill: { status: 'failed', ticketsDone: 300, problem: 'not-found-or-not-permitted' },
          }),
          aDesk('HR', { backfill: { status: 'paused', ticketsUnreadable: 2 } }),
          aDesk('FIN', { computedAt: '2026-03-10T06:00:00.000Z' }),
        ],
        actors: [],
        unclassified: [
          { actorId: 'x', accountId: null, kind: 'unknown', episodes: 3, lastSeenAt: AS_OF },
        ],
        usage: [
          aUsageRow('2026-03-10', 'refresh-desk', { failures: 2 }),
          aUsageRow('2026-03-09', 'refresh-desk', { failures: 5 }),
        ],
      }).map(([id, text, action]) => [id, text?.split('. ', 1)[0], action]),
    ).toEqual([
      ['failed-IT', 'Reading the history of IT stopped at 25%', 'resume IT'],
      [
        'paused-HR',
        'Reading the history of HR is paused at 100%; older figures are missing until it goes on.',
        'resume HR',
      ],
      ['unreadable-HR', '2 tickets of HR could not be read and are in no figure.', 'desks'],
      ['late-FIN', 'FIN was last computed 3 h ago; it should be every hour.', 'jobs'],
      ['no-agent', 'No AI agent is registered', 'actors'],
      ['unclassified', '1 actor was seen of whom nobody has said what it is', 'actors'],
      ['failures', '2 runs of background work failed today.', 'jobs'],
    ]);
  });
});
