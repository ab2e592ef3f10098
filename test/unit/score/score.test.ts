import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { statusListSchema } from '../../../src/adapters/jira/issue-schema';
import { statusCatalogueOf } from '../../../src/adapters/jira/status-catalogue';
import { DEFAULT_DEFINITION } from '../../../src/domain/outcome/definition';
import { UsageError, type Format, type ScoreOptions } from '../../../sandbox/score/options';
import { score } from '../../../sandbox/score/score';
import { describeWith, sharedFile } from '../../support/shared';

const folder = mkdtempSync(join(tmpdir(), 'firstline-test-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const options = (
  format: Format,
  input: string,
  over: Partial<ScoreOptions> = {},
): ScoreOptions => ({
  format,
  input,
  desk: 'ServiceNow',
  registry: new Map(),
  definition: DEFAULT_DEFINITION,
  asOf: null,
  ticketsFile: null,
  statuses: new Map(),
  budgetChars: 10_000_000,
  hashToken: (token) => token,
  onProgress: () => undefined,
  ...over,
});

let files = 0;
const write = (content: string | Buffer, name = 'input'): string => {
  const file = join(folder, `${(files += 1)}-${name}`);
  writeFileSync(file, content);
  return file;
};

const HEADER =
  'number,incident_state,caller_id,opened_at,sys_updated_by,sys_updated_at,category,priority,assignment_group,assigned_to,resolved_at';
const log = (...rows: readonly string[]): string => [HEADER, ...rows].join('\n');

describe('a log', () => {
  const rows = [
    'INC1,New,C1,1/2/2016 08:00,U1,1/2/2016 08:00,Cat,P3,G1,?,3/2/2016 10:00',
    'INC2,New,C2,1/2/2016 09:00,U1,1/2/2016 09:00,Cat,P3,G1,?,?',
    'INC1,Resolved,C1,1/2/2016 08:00,U2,1/2/2016 10:00,Cat,P3,G1,A1,3/2/2016 10:00',
    'INC1,Active,C1,1/2/2016 08:00,U2,2/2/2016 10:00,Cat,P3,G1,A1,3/2/2016 10:00',
    'INC1,Closed,C1,1/2/2016 08:00,U2,3/2/2016 10:00,Cat,P3,G1,A1,3/2/2016 10:00',
  ];

  it('is scored incident by incident, whatever the order of their rows', async () => {
    const report = await score(options('servicenow-log', write(log(...rows))));
    expect(report).toMatchObject({ tickets: 2, events: 5, rejected: [], rejectedTotal: 0 });
    expect(report.desks).toMatchObject([
      {
        desk: 'ServiceNow',
        episodes: 3,
        outcomes: { 'without-ai': 2, open: 1, 'ai-resolved': 0 },
        reopens: { moves: 1, tickets: 1 },
        openTickets: 1,
        // 50 h from 1 February 08:00 to 3 February 10:00
        timeToResolveMs: { native: { n: 1, mean: 180_000_000 } },
      },
    ]);
  });

  it('reads the same from gzip, with CRLF, a byte-order mark, quotes and other columns in between', async () => {
    const plain = await score(options('servicenow-log', write(log(...rows))));
    const quoted = rows.map((row) => `"x, ""y""\r\nz",${row}`);
    const text = `\uFEFF${[`note,${HEADER}`, ...quoted].join('\r\n')}\r\n`;
    const zipped = await score(options('servicenow-log', write(gzipSync(text), 'log.csv.gz')));
    expect(zipped).toEqual(plain);
  });

  it('scores the same when memory is short and all goes through files, which are removed', async () => {
    const many = Array.from({ length: 400 }, (_, i) =>
      rows.map((row) => row.replace(/^INC/, `INC${i}-`)),
    ).flat();
    const input = write(log(...many));
    const [wide, narrow] = [join(folder, 'wide.jsonl'), join(folder, 'narrow.jsonl')];
    const inMemory = await score(options('servicenow-log', input, { ticketsFile: wide }));
    const spilled = await score(
      options('servicenow-log', input, { ticketsFile: narrow, budgetChars: 500 }),
    );
    expect(spilled).toEqual(inMemory);
    expect(readFileSync(narrow, 'utf8')).toBe(readFileSync(wide, 'utf8'));
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('firstline-score-'))).toEqual([]);
  });

  it.each([
    [
      'a month-first date',
      'INC3,New,C1,2/29/2016 08:00,U1,1/2/2016 08:00,C,P,G,?,?',
      "opened_at '2/29/2016 08:00' is no day-first date such as 29/2/2016 01:16",
    ],
    [
      'a day that does not exist',
      'INC3,New,C1,1/2/2016 08:00,U1,30/2/2016 08:00,C,P,G,?,?',
      "sys_updated_at '30/2/2016 08:00' is no day-first date such as 29/2/2016 01:16",
    ],
    [
      'too few fields',
      'INC3,New,C1',
      '3 fields where the header has 11: quote fields that hold a comma',
    ],
    [
      'no number',
      '?,New,C1,1/2/2016 08:00,U1,1/2/2016 08:00,C,P,G,?,?',
      'number is empty: a row must name its incident',
    ],
  ])('names the line and the remedy for %s, and keeps the rest', async (_case, row, reason) => {
    const report = await score(options('servicenow-log', write(log(...rows, row))));
    expect(report).toMatchObject({
      tickets: 2,
      events: 5,
      rejected: [{ line: 7, reason }],
      rejectedTotal: 1,
    });
  });

  it('counts an unknown state as under way', async () => {
    const row = 'INC9,-100,C1,1/2/2016 08:00,U1,1/2/2016 08:00,Cat,P3,G1,?,?';
    const report = await score(options('servicenow-log', write(log(row))));
    expect(report.desks).toMatchObject([{ outcomes: { open: 1 }, openTickets: 1 }]);
  });

  it('holds a clock that runs backwards at the row before', async () => {
    const report = await score(
      options(
        'servicenow-log',
        write(
          log(
            'INC1,New,C1,1/2/2016 08:00,U1,1/2/2016 10:00,Cat,P3,G1,?,?',
            'INC1,Resolved,C1,1/2/2016 08:00,U1,1/2/2016 09:00,Cat,P3,G1,?,?',
          ),
        ),
      ),
    );
    expect(report.desks).toMatchObject([
      { timeToResolveMs: { episode: { n: 1, mean: 7_200_000 } } },
    ]);
  });

  it('refuses a file that lacks a column, by its name', async () => {
    const file = write(log(...rows).replace(/resolved_at/, 'resolved'));
    await expect(score(options('servicenow-log', file))).rejects.toThrow(
      new UsageError(
        "The log's header lacks resolved_at: export these columns, or choose another --format",
      ),
    );
  });
});

describe('timelines', () => {
  const line = (over: Readonly<Record<string, unknown>> = {}): string =>
    JSON.stringify({
      id: 'jira:1',
      source: 'jira',
      desk: 'IT',
      openedAt: '2026-03-02T09:00:00Z',
      events: [
        {
          at: '2026-03-02T09:01:00Z',
          kind: 'comment',
          visibility: 'public',
          actor: { id: 'bot', kind: 'human-agent' },
        },
        {
          at: '2026-03-02T09:02:00Z',
          kind: 'status',
          actor: { id: 'bot', kind: 'human-agent' },
          status: 'Resolved',
          category: 'done',
        },
      ],
      ...over,
    });

  it('are judged by the registry of the command', async () => {
    const registry = new Map([['bot', 'ai-agent' as const]]);
    const report = await score(options('timeline', write(line()), { registry }));
    expect(report).toMatchObject({ asOf: '2026-03-09T09:02:00.000Z', events: 2 });
    expect(report.desks).toMatchObject([
      { outcomes: { 'ai-resolved': 1 }, rates: { firstContactResolution: { value: 1 } } },
    ]);
  });

  it.each([
    ['no JSON', '{', 'no JSON: write one whole object per line'],
    [
      'a missing field',
      line({ id: 'jira:2', desk: undefined }),
      'desk: Invalid input: expected string, received undefined',
    ],
    [
      'a time without a zone',
      line({ id: 'jira:2', openedAt: '2026-03-02T09:00:00' }),
      'openedAt: expected an ISO 8601 time with a zone, e.g. 2026-03-02T09:00:00Z',
    ],
    ['a ticket told twice', line(), 'jira:1 was told on an earlier line: keep one of them'],
  ])('with %s are listed by line and reason, and the rest counts', async (_case, bad, reason) => {
    const report = await score(options('timeline', write(`${line()}\n${bad}\n`)));
    expect(report).toMatchObject({ tickets: 1, rejected: [{ line: 2, reason }] });
  });

  it('of one line of 5 MB are read', async () => {
    const events = Array.from({ length: 50_000 }, () => ({
      at: '2026-03-02T09:01:00Z',
      kind: 'comment',
      visibility: 'public',
      actor: { id: 'a', kind: 'human-agent' },
    }));
    const report = await score(options('timeline', write(line({ events }))));
    expect(report).toMatchObject({ tickets: 1, events: 50_000 });
  });

  it('of nothing readable are a clear refusal', async () => {
    await expect(score(options('timeline', write('')))).rejects.toThrow('it holds no rows');
  });
});

describeWith(
  ['data', 'servicenow-incident-log', 'incidents-opened-to-2016-03-31.csv.gz'],
  'the reference log',
  (file) => {
    it('gives the reference numbers', async () => {
      const report = await score(options('servicenow-log', file));
      expect(report).toMatchObject({ events: 59_354, tickets: 9_202, rejectedTotal: 0 });
      const [desk] = report.desks;
      expect(desk?.reopens).toEqual({ moves: 161, tickets: 133 });
      const native = desk?.timeToResolveMs.native;
      expect(native?.n).toBe(8_419);
      expect((native?.mean ?? 0) / 3_600_000).toBeCloseTo(242.964, 3);
      expect(Math.abs((native?.median ?? 0) / 3_600_000 / 70.433 - 1)).toBeLessThan(0.01);
      expect(Math.abs((native?.p90 ?? 0) / 3_600_000 / 500.303 - 1)).toBeLessThan(0.01);
    });
  },
);

describeWith(
  ['data', 'jira-issues', 'issues-with-changelog.jsonl'],
  'the reference issues',
  (file) => {
    it('have native durations equal to the expected ones, to the minute', async () => {
      const expectedFile = sharedFile('data', 'jira-issues', 'expected.csv');
      const statusFile = sharedFile('data', 'jira-issues', 'statuses.json');
      if (expectedFile === null || statusFile === null)
        throw new Error('incomplete reference data');
      const statuses = statusCatalogueOf(
        statusListSchema.parse(JSON.parse(readFileSync(statusFile, 'utf8'))),
      );
      const expected = readFileSync(expectedFile, 'utf8').trim().split('\n').slice(1);
      const issues = readFileSync(file, 'utf8').trim().split('\n');
      const minutes = await Promise.all(
        issues.map(async (issue) => {
          const report = await score(options('jira', write(issue), { statuses }));
          const native = report.desks[0]?.timeToResolveMs.native;
          const { key } = JSON.parse(issue) as { readonly key: string };
          return `${key} ${Math.floor((native?.mean ?? Number.NaN) / 60_000)}`;
        }),
      );
      expect(minutes.sort()).toEqual(
        expected.map((row) => `${row.split(',')[0] ?? ''} ${row.split(',').at(-1) ?? ''}`).sort(),
      );
      expect(minutes).toHaveLength(15);
    });
  },
);
