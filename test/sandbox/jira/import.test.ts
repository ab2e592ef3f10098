import { aSite, keysOf, START_MS } from './site-fixture';

const ISSUE = {
  project: 'ITH',
  requestType: 'Get IT help',
  issueType: '[System] Service request',
  priority: 'Medium',
  reporter: 'cleo',
  summary: 'Imported',
  createdMs: START_MS - 10_000,
  resolutionDateMs: null,
  status: 'Waiting for support',
  resolution: null,
  histories: [],
  comments: [],
  updatedMs: START_MS,
} as const;

describe('importing issues', () => {
  it('puts a past in place without events, in the order given where times are equal', async () => {
    const { site, ask, events } = aSite();
    const move = (atMs: number, to: string) => ({
      atMs,
      authorAccountId: 'ada',
      items: [{ field: 'status', fieldId: 'status', from: null, to, toString: `to ${to}` }],
    });
    const { id, key } = site.importIssue({
      ...ISSUE,
      key: 'ITH-41',
      id: '20000',
      histories: [move(START_MS, '3'), move(START_MS - 5_000, '10002'), move(START_MS, '5')],
      status: '5',
      resolution: 'Done',
      resolutionDateMs: START_MS,
    });

    expect([id, key]).toEqual(['20000', 'ITH-41']);
    expect(events).toEqual([]);
    const { body } = await ask('GET', `/rest/api/3/issue/${key}/changelog`);
    const { values } = body as { values: { id: string; items: { to: string }[] }[] };
    expect(values.map(({ items }) => items[0]?.to)).toEqual(['10002', '3', '5']);
    // Ids ascend in the given order: 10000 and 10002 were told at the same moment.
    expect(values.map((history) => history.id)).toEqual(['10001', '10000', '10002']);
    expect(values[0]?.items[0]).toHaveProperty('toString', 'to 10002');
  });

  it('goes on numbering behind what was imported', () => {
    const { site, aRequest } = aSite();
    site.importIssue({ ...ISSUE, key: 'ITH-41', id: '20000' });

    expect(aRequest()).toEqual({ id: '20001', key: 'ITH-42' });
    expect(() => site.importIssue({ ...ISSUE, key: 'ITH-41' })).toThrow('key: ITH-41 is taken');
    expect(() => site.importIssue({ ...ISSUE, key: 'HR-1' })).toThrow('key: "HR-1" is not ITH-');
    expect(() => site.importIssue({ ...ISSUE, status: 'Asleep' })).toThrow(
      'status: "Asleep" is unknown',
    );
  });

  it('takes statuses of its own', async () => {
    const { site, ask } = aSite();
    const { id } = site.addStatus({ name: 'Awaiting Vendor', category: 'indeterminate' });
    const { key } = site.importIssue({ ...ISSUE, status: 'Awaiting Vendor' });

    const { body } = await ask('GET', `/rest/api/3/issue/${key}?fields=status`);

    expect(body).toMatchObject({ fields: { status: { id, name: 'Awaiting Vendor' } } });
  });

  it('takes and finds 10,000 issues in seconds', async () => {
    const { site, clock, ask } = aSite();
    const startedAt = performance.now();
    for (let i = 0; i < 10_000; i += 1) {
      const atMs = START_MS - (10_000 - i) * 60_000;
      site.importIssue({
        ...ISSUE,
        createdMs: atMs,
        updatedMs: atMs + 30_000,
        histories: ['3', '10002', '5'].map((to, move) => ({
          atMs: atMs + move * 10_000,
          authorAccountId: 'ada',
          items: [{ field: 'status', to }],
        })),
        comments: [{ atMs, authorAccountId: 'ada', isPublic: true, body: 'Hello' }],
      });
    }
    const importedMs = performance.now() - startedAt;

    const jql = 'project = ITH AND updated >= "2026-01-01" ORDER BY updated ASC';
    let token: string | undefined;
    const ids = new Set<string>();
    do {
      const { body } = await ask('POST', '/rest/api/3/search/jql', {
        body: { jql, maxResults: 100, fields: ['updated'], nextPageToken: token },
      });
      const page = body as { issues: { id: string }[]; nextPageToken?: string };
      for (const { id } of page.issues) ids.add(id);
      // What is found is tagged as it is read, which changes the site before each page.
      await ask('PUT', `/rest/api/3/issue/${page.issues[0]?.id ?? ''}/properties/firstline`, {
        body: { outcome: 'none' },
      });
      clock.advance(1_000);
      token = page.nextPageToken;
    } while (token !== undefined);
    const searchedMs = performance.now() - startedAt - importedMs;

    expect(ids.size).toBe(10_000);
    expect(await keysOf(ask, 'key = ITH-10000')).toEqual(['ITH-10000']);
    expect(importedMs).toBeLessThan(2_000);
    // A hundred pages, each over a changed site; quadratic work would take minutes.
    expect(searchedMs).toBeLessThan(10_000);
    process.stdout.write(
      `import ${importedMs.toFixed(0)} ms, 100 pages ${searchedMs.toFixed(0)} ms\n`,
    );
  });
});

describe('the page around the panels', () => {
  it('reads projects, queues and issues with the permissions of whoever looks', () => {
    const { site, clock, aRequest } = aSite();
    const { key } = aRequest('Printer is on fire', 'Highest');
    aRequest('Untouched');
    site.assign({ by: 'ada', issue: key, assignee: 'ada' });
    clock.advance(1_000);
    const { reading } = site;

    expect(reading.listProjects('ada').map((project) => project.key)).toEqual(['ITH', 'DEV']);
    expect(reading.listProjects('cleo')).toEqual([]);
    expect(
      reading.listQueues('ITH', 'ada').map(({ name, issueCount }) => [name, issueCount]),
    ).toEqual([
      ['Newest', 2],
      ['All open', 2],
      ['Unassigned', 1],
      ['Assigned to me', 1],
      ['Waiting on customer', 0],
      ['Resolved', 0],
    ]);
    const page = reading.queueIssues(
      { project: 'ITH', queueId: '2', accountId: 'ada' },
      { startAt: 0, limit: 1 },
    );
    expect(page.total).toBe(2);
    expect(page.issues).toMatchObject([
      { key: 'ITH-1', fields: { summary: 'Printer is on fire', customfield_10100: null } },
    ]);
    expect(page.columns.at(-1)).toEqual({ id: 'customfield_10100', name: 'AI outcome' });
    expect(reading.readIssue(key, 'ada')?.sla).toHaveLength(2);
    expect(reading.readIssue(key, 'carl')).toBeNull();
    expect(reading.listUsers().map(({ accountId }) => accountId)).toContain('bot');
  });
});
