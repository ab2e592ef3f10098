import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { statusListSchema } from '../../../src/adapters/jira/issue-schema';
import { statusCatalogueOf } from '../../../src/adapters/jira/status-catalogue';
import { DURATIONS } from '../../../src/domain/kpi/tally';
import type { ScoreReport } from '../../../src/domain/kpi/report';
import { DEFAULT_DEFINITION } from '../../../src/domain/outcome/definition';
import { loadManifest } from '../../../sandbox/forge/manifest';
import type { Database } from '../../../sandbox/forge/sql/database';
import { openMySql } from '../../../sandbox/forge/sql/mysql';
import { openSqlite } from '../../../sandbox/forge/sql/sqlite';
import type { ScoreOptions } from '../../../sandbox/score/options';
import { score } from '../../../sandbox/score/score';
import { scoreThroughSandbox } from '../../../sandbox/score/through-sandbox';
import { APP_FILE, ROOT } from '../../support/app-world';
import { findMariaDb, startMariaDb, type MariaDb } from '../../support/mariadb';
import { describeWith, sharedFile } from '../../support/shared';

const options = (
  format: ScoreOptions['format'],
  input: string,
  over: Partial<ScoreOptions> = {},
) => ({
  format,
  input,
  desk: 'ServiceNow',
  registry: new Map(),
  definition: DEFAULT_DEFINITION,
  asOf: null,
  ticketsFile: null,
  statuses: new Map(),
  budgetChars: 50_000_000,
  hashToken: (token: string) => token,
  onProgress: () => undefined,
  ...over,
});

async function through(scoreOptions: ScoreOptions, database: Database): Promise<ScoreReport> {
  const notices: string[] = [];
  const report = await scoreThroughSandbox(scoreOptions, {
    appFile: APP_FILE,
    manifest: await loadManifest(ROOT),
    database,
    onNotice: (text) => notices.push(text),
  });
  expect(notices).toEqual([]);
  return report;
}

/** Quantiles may differ by the width of a bin where tallies are merged; all else is the same. */
function expectSameReport(actual: ScoreReport, expected: ScoreReport): void {
  const near = (value: unknown, key: string): unknown =>
    (key === 'median' || key === 'p90') && typeof value === 'number' ? 0 : value;
  const withoutQuantiles = (report: ScoreReport): unknown =>
    JSON.parse(JSON.stringify(report, (key, value: unknown) => near(value, key)));
  expect(withoutQuantiles(actual)).toEqual(withoutQuantiles(expected));
  actual.desks.forEach((desk, i) => {
    for (const name of DURATIONS) {
      const measure = desk.timeToResolveMs[name];
      const other = expected.desks[i]?.timeToResolveMs[name];
      if (measure === null || other == null) continue;
      expect(Math.abs(measure.median - other.median)).toBeLessThanOrEqual(0.01 * other.median);
      expect(Math.abs(measure.p90 - other.p90)).toBeLessThanOrEqual(0.01 * other.p90);
    }
  });
}

describe('an export scored by the app on a simulated desk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-through-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const bot = { id: 'bot', kind: 'automation' };
  const human = { id: 'h-1', kind: 'human-agent' };
  const at = (hour: number, second = 0): string =>
    new Date(Date.parse('2026-03-02T09:00:00Z') + hour * 3_600_000 + second * 1_000).toISOString();
  const done = { kind: 'status', status: 'Resolved', category: 'done', resolution: 'Done' };
  const ticket = (id: number, over: Readonly<Record<string, unknown>>): string =>
    JSON.stringify({
      id: `jira:${id}`,
      source: 'jira',
      desk: 'IT',
      requestType: 'VPN',
      priority: 'Urgent',
      requester: `r-${id % 3}`,
      subject: ['aa', 'bb', `c${id}`],
      openedAt: at(id),
      nativeResolvedAt: at(id, 90),
      ...over,
    });
  const lines = [
    ticket(1, {
      events: [
        { at: at(1, 30), kind: 'comment', visibility: 'public', actor: bot },
        { at: at(1, 90), actor: bot, ...done },
      ],
    }),
    ticket(2, {
      events: [
        { at: at(2, 30), kind: 'comment', visibility: 'public', actor: bot },
        { at: at(2, 40), kind: 'comment', visibility: 'public', actor: human },
        { at: at(2, 90), actor: human, ...done },
      ],
    }),
    ticket(3, {
      events: [
        { at: at(3, 30), kind: 'comment', visibility: 'public', actor: bot },
        { at: at(3, 90), actor: bot, ...done },
        {
          at: at(30),
          kind: 'status',
          status: 'Open again',
          category: 'indeterminate',
          actor: { id: 'r-0', kind: 'requester' },
        },
      ],
    }),
    ticket(4, {
      events: [
        { at: at(4, 30), kind: 'comment', visibility: 'public', actor: bot },
        { at: at(4, 90), actor: bot, ...done },
        { at: at(5), kind: 'rated', rating: 5 },
      ],
    }),
    ticket(7, {
      nativeResolvedAt: null,
      events: [
        {
          at: at(8),
          kind: 'status',
          status: 'Waiting',
          category: 'indeterminate',
          paused: true,
          actor: human,
        },
      ],
    }),
    ticket(8, {
      desk: 'HR help',
      events: [{ at: at(8, 90), actor: human, ...done, resolution: 'Duplicate' }],
    }),
  ];

  it('gives the report of the command, for every outcome that a Jira desk can carry', async () => {
    const input = join(folder, 'timelines.jsonl');
    writeFileSync(input, lines.join('\n'));
    const scoreOptions = options('timeline', input, { registry: new Map([['bot', 'ai-agent']]) });
    const direct = await score(scoreOptions);
    expectSameReport(await through(scoreOptions, openSqlite()), direct);
    const counted = direct.desks.find(({ desk }) => desk === 'IT')?.outcomes;
    expect(counted).toMatchObject({ escalated: 1, reversed: 3, open: 2 });
  });

  it('tells each ticket as the command does', async () => {
    const input = join(folder, 'tickets.jsonl');
    writeFileSync(input, lines.join('\n'));
    const registry = new Map([['bot', 'ai-agent' as const]]);
    const [a, b] = [join(folder, 'a.jsonl'), join(folder, 'b.jsonl')];
    await score(options('timeline', input, { registry, ticketsFile: a }));
    await through(options('timeline', input, { registry, ticketsFile: b }), openSqlite());
    expect(readFileSync(b, 'utf8')).toBe(readFileSync(a, 'utf8'));
  });

  it('follows a definition of its own and a moment in the past', async () => {
    const input = join(folder, 'past.jsonl');
    writeFileSync(input, lines.join('\n'));
    const scoreOptions = options('timeline', input, {
      registry: new Map([['bot', 'ai-agent']]),
      definition: { ...DEFAULT_DEFINITION, windowHours: 12, repeatContact: 'any' },
      asOf: Date.parse(at(9)) as NonNullable<ScoreOptions['asOf']>,
    });
    expectSameReport(await through(scoreOptions, openSqlite()), await score(scoreOptions));
  });
});

const mariadbd = findMariaDb();

describe.each([
  ['SQLite', true],
  ['MariaDB', mariadbd !== null],
])('the reference files through the sandbox on %s', (engine, isHere) => {
  let server: MariaDb | null = null;
  beforeAll(async () => {
    if (engine === 'MariaDB' && mariadbd !== null) server = await startMariaDb(mariadbd);
  }, 60_000);
  afterAll(() => server?.stop());
  const open = (): Promise<Database> =>
    server === null ? Promise.resolve(openSqlite()) : openMySql(server.url);
  const itHere = isHere ? it : it.skip;

  describeWith(
    ['data', 'servicenow-incident-log', 'incidents-opened-to-2016-03-31.csv.gz'],
    'the log',
    (file) => {
      itHere(
        'gives the same report, an updater being an AI agent',
        async () => {
          const scoreOptions = options('servicenow-log', file, {
            registry: new Map([['Updated by 44', 'ai-agent']]),
          });
          const direct = await score(scoreOptions);
          expect(direct.desks[0]?.outcomes.escalated).toBeGreaterThan(0);
          expectSameReport(await through(scoreOptions, await open()), direct);
        },
        120_000,
      );
    },
  );

  describeWith(['data', 'jira-issues', 'issues-with-changelog.jsonl'], 'the issues', (file) => {
    itHere('give the same report', async () => {
      const statuses = statusCatalogueOf(
        statusListSchema.parse(
          JSON.parse(
            readFileSync(sharedFile('data', 'jira-issues', 'statuses.json') ?? '', 'utf8'),
          ),
        ),
      );
      const scoreOptions = options('jira', file, { statuses });
      expectSameReport(await through(scoreOptions, await open()), await score(scoreOptions));
    });
  });
});
