import { readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

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
import { scoreThroughJira, scoreThroughSandbox } from '../../../sandbox/score/through-sandbox';
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

async function through(
  scoreOptions: ScoreOptions,
  database: Database,
  scoring = scoreThroughSandbox,
): Promise<ScoreReport> {
  const notices: string[] = [];
  const report = await scoring(scoreOptions, {
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

/** An event log of a few incidents: an agent's resolution that holds, one that is reopened, one still open. */
const LOG = [
  'number,incident_state,sys_updated_by,sys_updated_at,opened_at,resolved_at,caller_id,category,assignment_group,assigned_to,priority,made_sla,reopen_count,reassignment_count,closed_at',
  ...[
    ['INC1', 'New', 'bot', '1/3/2016 09:00', '1/3/2016 10:00', 'Caller 1'],
    ['INC1', 'Resolved', 'bot', '1/3/2016 10:00', '1/3/2016 10:00', 'Caller 1'],
    ['INC2', 'Active', 'bot', '1/3/2016 11:00', '2/3/2016 12:00', 'Caller 2'],
    ['INC2', 'Resolved', 'bot', '1/3/2016 12:00', '2/3/2016 12:00', 'Caller 2'],
    ['INC2', 'Active', 'Updated by 3', '2/3/2016 09:00', '2/3/2016 12:00', 'Caller 2'],
    ['INC2', 'Closed', 'Updated by 3', '2/3/2016 12:00', '2/3/2016 12:00', 'Caller 2'],
    ['INC3', 'New', 'Updated by 3', '3/3/2016 09:00', '?', 'Caller 3'],
    ['INC3', 'Awaiting User Info', 'bot', '3/3/2016 09:00', '?', 'Caller 3'],
    ['INC4', 'Resolved', 'bot', '1/3/2016 13:00', '?', 'Caller 4', '1/3/2016 12:00'],
  ].map(
    ([number = '', state = '', by = '', at = '', resolvedAt = '', caller = '', openedAt = at]) =>
      `${number},${state},${by},${at},${openedAt},${resolvedAt},${caller},Category 1,Group 1,?,3 - Moderate,true,0,0,?`,
  ),
].join('\n');

describe('an event log scored by the app on a simulated instance', () => {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-log-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['the default moment', null],
    ['a moment in the past', Date.parse('2016-03-01T12:30:00Z') as ScoreOptions['asOf']],
  ])('gives the report of the command, ticket by ticket, at %s', async (_, asOf) => {
    const input = join(folder, 'log.csv');
    writeFileSync(input, LOG);
    const registry = new Map([['bot', 'ai-agent' as const]]);
    const [a, b] = [join(folder, 'a.jsonl'), join(folder, 'b.jsonl')];
    const over = { registry, asOf };
    const direct = await score(options('servicenow-log', input, { ...over, ticketsFile: a }));
    const app = await through(
      options('servicenow-log', input, { ...over, ticketsFile: b }),
      openSqlite(),
    );
    expect(direct.desks[0]?.outcomes['pending']).toBe(asOf === null ? 0 : 2);
    expectSameReport(app, direct);
    expect(readFileSync(b, 'utf8')).toBe(readFileSync(a, 'utf8'));
  });
});

/** The first incidents of an event log, as a file of its own. */
function partOf(log: string, incidents: number, to: string): string {
  const [header = '', ...rows] = gunzipSync(readFileSync(log)).toString().split('\n');
  const numbers = new Set<string>();
  const kept = rows.filter((row) => {
    const number = row.slice(0, row.indexOf(','));
    if (numbers.size < incidents) numbers.add(number);
    return numbers.has(number);
  });
  writeFileSync(to, [header, ...kept].join('\n'));
  return to;
}

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
      const folder = mkdtempSync(join(tmpdir(), 'firstline-part-'));
      afterAll(() => {
        rmSync(folder, { recursive: true });
      });
      const registry = new Map([['Updated by 44', 'ai-agent' as const]]);
      const [a, b, c] = ['a', 'b', 'c'].map((name) => join(folder, `${name}.jsonl`));
      const logOptions = (ticketsFile = '') =>
        options('servicenow-log', partOf(file, 300, join(folder, 'log.csv')), {
          registry,
          ticketsFile,
        });

      itHere(
        'gives the same report, an updater being an AI agent, through an instance of ServiceNow',
        async () => {
          const direct = await score(logOptions(a));
          expect(direct.desks[0]?.outcomes.escalated).toBeGreaterThan(0);
          expectSameReport(await through(logOptions(b), await open()), direct);
          expect(readFileSync(b ?? '', 'utf8')).toBe(readFileSync(a ?? '', 'utf8'));
        },
        120_000,
      );

      if (engine !== 'SQLite') return;
      it('comes to the same as a desk of Jira, incident by incident', async () => {
        await score(logOptions(a));
        await through(logOptions(c), await open(), scoreThroughJira);
        const lines = (name = ''): readonly string[] =>
          readFileSync(name, 'utf8').split('\n').sort();
        expect(lines(c)).toEqual(lines(a));
      }, 120_000);
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
