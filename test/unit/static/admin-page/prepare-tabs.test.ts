import {
  entryOf,
  problemsOfEntry,
  registrationOf,
} from '../../../../static/admin-page/actor-entry';
import type { ActorTask } from '../../../../static/admin-page/actor-task';
import { prepareActors } from '../../../../static/admin-page/prepare-actors';
import { prepareCost } from '../../../../static/admin-page/prepare-cost';
import { prepareDesks } from '../../../../static/admin-page/prepare-desks';
import { prepareJobs } from '../../../../static/admin-page/prepare-jobs';
import { pathOf, tabOf } from '../../../../static/admin-page/tabs';
import { registerActorInputSchema } from '../../../../src/contract';
import { FORMATS, plain } from '../builders';
import { aDesk, AS_OF, aUsageRow, someAdministration } from './administration-builder';

it('opens the first tab for a path that names none', () => {
  expect(['/', '/actors', '/cost/', '/nothing'].map(tabOf)).toEqual([
    'desks',
    'actors',
    'desks',
    'desks',
  ]);
  expect(tabOf(pathOf('export'))).toBe('export');
});

describe('prepareDesks', () => {
  it('says how far a history is, what waits, and what can be done', () => {
    const views = prepareDesks(
      someAdministration({
        desks: [
          aDesk('IT', { waiting: { unsettled: 1, untagged: 12, flagged: 0 } }),
          aDesk('HR', {
            computedAt: null,
            backfill: { status: 'running', ticketsDone: 640, ticketsTotal: 1_000 },
          }),
          aDesk('FIN', {
            backfill: {
              status: 'failed',
              ticketsDone: 3,
              ticketsTotal: null,
              problem: 'source-unavailable',
              ticketsUnreadable: 2,
            },
          }),
        ],
      }),
      [],
      FORMATS,
    );
    expect(
      views.map(({ project, status, progress, history, computed, waiting, actions }) => [
        project,
        status.label,
        progress,
        plain(history),
        computed.text,
        waiting,
        actions,
      ]),
    ).toEqual([
      [
        'IT',
        'Up to date',
        null,
        '1,200 tickets read; complete from 1 Sept 2025',
        '4 min ago',
        ['1 verdict to settle', '12 tags to write'],
        ['restart'],
      ],
      ['HR', 'Reading history', 0.64, '64% read', 'never', [], ['pause', 'restart']],
      [
        'FIN',
        'Stopped',
        null,
        'Stopped at 3 tickets; 2 could not be read',
        '4 min ago',
        [],
        ['resume', 'restart'],
      ],
    ]);
    expect(views.map(({ problem }) => problem?.split('.', 1)[0] ?? null)).toEqual([
      null,
      null,
      'Jira did not answer or asked to wait',
    ]);
  });
});

describe('prepareActors', () => {
  it('names apps as the viewer sees them, and people by a short code', () => {
    const { registered, unclassified } = prepareActors(
      someAdministration({
        actors: [
          { actorId: 'bot', accountId: 'bot', kind: 'ai-agent', name: 'Atlas', vendor: 'Test' },
          {
            actorId: '0123456789abcdef',
            accountId: null,
            kind: 'human-agent',
            name: null,
            vendor: null,
          },
        ],
        unclassified: [
          {
            actorId: 'rule',
            accountId: 'rule',
            kind: 'automation',
            episodes: 7,
            lastSeenAt: AS_OF,
          },
          { actorId: '', accountId: null, kind: 'unknown', episodes: 1_204, lastSeenAt: AS_OF },
        ],
      }),
      new Map([['bot', 'Atlas bot']]),
      FORMATS,
    );
    expect(
      registered.map(({ account, accountExact, kind, shownAs }) => [
        account,
        accountExact,
        kind,
        shownAs,
      ]),
    ).toEqual([
      ['Atlas bot', 'bot', 'AI agent', 'Atlas · Test'],
      ['Person #01234567', '0123456789abcdef', 'Person on the desk', '–'],
    ]);
    expect(
      unclassified.map(({ account, seenAs, episodes, canClassify }) => [
        account,
        seenAs,
        episodes,
        canClassify,
      ]),
    ).toEqual([
      ['rule', 'App', '7', true],
      ['Events that named nobody', 'Unknown account', '1,204', false],
    ]);
  });
});

describe('an entry of the registry', () => {
  const add: ActorTask = { kind: 'add' };
  const classify: ActorTask = { kind: 'classify', actorId: 'hash', account: 'Person #hash' };
  const entry = { accountId: '', kind: null, name: '', vendor: '' } as const;

  it('says what is missing', () => {
    expect(problemsOfEntry(entry, add)).toEqual({ account: 'noAccount', kind: 'noKind' });
    expect(problemsOfEntry({ ...entry, kind: 'ai-agent', name: '  ' }, classify)).toEqual({
      name: 'noName',
    });
    expect(
      problemsOfEntry({ ...entry, accountId: 'x'.repeat(129), kind: 'requester' }, add),
    ).toEqual({ account: 'longAccount' });
    expect(registrationOf(entry, add)).toBeNull();
  });

  it.each([
    [
      { accountId: ' bot ', kind: 'ai-agent', name: ' Atlas ', vendor: ' ' },
      add,
      { accountId: 'bot', actorId: null, kind: 'ai-agent', name: 'Atlas', vendor: null },
    ],
    [
      // What was typed before another kind was chosen is not sent.
      { accountId: '', kind: 'automation', name: 'Atlas', vendor: 'Test' },
      classify,
      { accountId: null, actorId: 'hash', kind: 'automation', name: null, vendor: null },
    ],
  ] as const)('becomes what the app takes: %j', (some, task, input) => {
    expect(registrationOf(some, task)).toEqual(input);
    expect(registerActorInputSchema.parse(input)).toEqual(input);
  });

  it('begins with what is registered', () => {
    const actor = {
      actorId: 'bot',
      accountId: 'bot',
      kind: 'ai-agent',
      name: 'Atlas',
      vendor: null,
    } as const;
    expect(entryOf({ kind: 'change', actorId: 'bot', account: 'Atlas bot', actor })).toEqual({
      accountId: '',
      kind: 'ai-agent',
      name: 'Atlas',
      vendor: '',
    });
  });
});

const usage = [
  aUsageRow('2026-03-10', 'backfill-desk', {
    runs: 4,
    failures: 1,
    restRequests: 100,
    restPoints: 15_600,
    sqlStatements: 900,
    durationMs: 240_000,
  }),
  aUsageRow('2026-03-10', 'something-new', { runs: 1, restPoints: 400 }),
  aUsageRow('2026-03-09', 'backfill-desk', {
    runs: 2,
    failures: 2,
    restRequests: 10,
    restPoints: 4_000,
    sqlStatements: 100,
    durationMs: 60_000,
  }),
];

describe('prepareCost', () => {
  it('sums days and kinds, and says the busiest day’s share', () => {
    const view = prepareCost(someAdministration({ usage }), FORMATS);
    // 16,000 of 24 × 65,000 = 1,560,000 are 1.03 %.
    expect(plain(view?.summary ?? '')).toBe(
      'On the busiest day, 10 Mar 2026, background work used 16,000 points: ' +
        '1% of the 1,560,000 that Jira gives in a day.',
    );
    expect(
      view?.days.map(({ name, points, share, requests, time, runs }) => [
        name,
        points,
        share,
        requests,
        time.replace('\u00a0', ' '),
        runs,
      ]),
    ).toEqual([
      ['10 Mar 2026', '16,000', 1, '100', '4 min', '5'],
      ['9 Mar 2026', '4,000', 0.25, '10', '1 min', '2'],
    ]);
    expect(view?.kinds.map(({ name, points, statements }) => [name, points, statements])).toEqual([
      ['Reading history', '19,600', '1,000'],
      ['something-new', '400', '0'],
    ]);
  });

  it('has nothing to say before the first run', () => {
    expect(prepareCost(someAdministration(), FORMATS)).toBeNull();
  });
});

describe('prepareJobs', () => {
  it('tells runs, failures and the mean time of each kind of work', () => {
    const { rows } = prepareJobs(someAdministration({ usage }), FORMATS);
    // 300 s over 6 runs.
    expect(
      rows.map(({ hasFailures, ...words }) => [
        hasFailures,
        ...Object.values(words).map((word) => plain(word)),
      ]),
    ).toEqual([
      [true, 'Reading history', '10 Mar 2026', '6', '3', '1', '50 s'],
      [false, 'something-new', '10 Mar 2026', '1', '0', '0', '0 s'],
    ]);
  });

  it('tells what is late, what waits, and why', () => {
    const { desks } = prepareJobs(
      someAdministration({
        desks: [
          aDesk('IT', {
            computedAt: '2026-03-10T05:00:00.000Z',
            reconciledAt: null,
            waiting: { unsettled: 0, untagged: 3, flagged: 1 },
          }),
          aDesk('HR', { backfill: { status: 'failed', problem: 'anything else' } }),
        ],
      }),
      FORMATS,
    );
    expect(desks).toEqual([
      {
        project: 'IT',
        name: 'IT',
        sentences: [
          'Late: its figures should be computed every hour.',
          'Figures computed 4 h ago.',
          'Not compared with Jira yet.',
          'Waiting: 3 tags to write and 1 history to read again. It is done within the hour.',
        ],
      },
      {
        project: 'HR',
        name: 'HR',
        sentences: [
          'Reading its history stopped.',
          'The reason is in the app’s log.',
          'Figures computed 4 min ago.',
          'Compared with Jira 5 min ago.',
          'No work waits.',
        ],
      },
    ]);
  });
});
