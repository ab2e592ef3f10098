import { aSite } from './site-fixture';

const BULK = '/rest/api/3/issue/bulkfetch';

interface History {
  readonly id: string;
  readonly created: unknown;
  readonly items: readonly { readonly field: string }[];
}

function aTalkative(comments: number) {
  const fixture = aSite();
  const { site, aRequest } = fixture;
  const { key } = aRequest();
  for (let i = 1; i <= comments; i += 1) {
    site.addComment({ by: 'ada', issue: key, body: `Comment ${i}`, isPublic: i % 2 === 0 });
  }
  return { ...fixture, key };
}

describe('reading issues', () => {
  it('embeds the 20 newest comments in lists, and all of them in a single issue', async () => {
    const { ask, key } = aTalkative(25);
    const body = { jql: 'project = ITH', fields: ['comment'] };
    const embedded = async (method: string, path: string, asked?: object) => {
      const answer = await ask(method, path, { body: asked });
      const { issues, fields } = answer.body as {
        issues?: { fields: { comment: unknown } }[];
        fields?: { comment: unknown };
      };
      return (fields ?? issues?.[0]?.fields)?.comment as {
        total: number;
        comments: { body: { content: { content: { text: string }[] }[] } }[];
      };
    };

    const searched = await embedded('POST', '/rest/api/3/search/jql', body);
    const single = await embedded('GET', `/rest/api/3/issue/${key}?fields=comment`);

    expect(searched.total).toBe(25);
    expect(searched.comments).toHaveLength(20);
    expect(searched.comments[0]?.body.content[0]?.content[0]?.text).toBe('Comment 6');
    expect(single.comments).toHaveLength(25);
  });

  it('pages comments, and tells which are internal in two ways', async () => {
    const { ask, key } = aTalkative(3);
    const path = `/rest/api/3/issue/${key}/comment?startAt=1&maxResults=1&expand=properties`;

    const { body } = await ask('GET', path);

    expect(body).toMatchObject({
      startAt: 1,
      maxResults: 1,
      total: 3,
      comments: [
        {
          author: { accountId: 'ada', accountType: 'atlassian', displayName: 'Ada' },
          jsdPublic: true,
          properties: [{ key: 'sd.public.comment', value: { internal: false } }],
        },
      ],
    });
  });

  it('tells of an account that is gone by its id, which the user endpoints do not know', async () => {
    const { site, ask, key } = aTalkative(1);
    site.removeUser('ada');

    const { body } = await ask('GET', `/rest/api/3/issue/${key}/comment`);

    expect(body).toMatchObject({
      comments: [{ author: { accountId: 'ada', accountType: 'unknown', active: false } }],
    });
    expect((await ask('GET', '/rest/api/3/user?accountId=ada')).status).toBe(404);
    const bulk = await ask('GET', '/rest/api/3/user/bulk?accountId=ada&accountId=bot');
    expect(bulk.body).toMatchObject({ total: 1, values: [{ accountId: 'bot' }] });
  });

  it('fetches in bulk by ascending id, and says what it could not find', async () => {
    const { ask, aRequest } = aSite();
    aRequest('A');
    aRequest('B');
    const issueIdsOrKeys = ['ITH-2', '10000', 'ITH-9', 'ith-1'];

    const { body } = await ask('POST', BULK, { body: { issueIdsOrKeys, fields: ['summary'] } });

    expect(body).toMatchObject({
      issues: [
        { id: '10000', fields: { summary: 'A' } },
        { id: '10001', fields: { summary: 'B' } },
      ],
      issueErrors: [{ id: 'ITH-9' }],
    });
  });

  it.each([
    ['single-valued fields', { fields: ['summary', 'status'] }, 1_000],
    ['comments', { fields: ['summary', 'comment'] }, 100],
    ['all fields', { fields: ['*all'] }, 100],
    ['no choice of fields', {}, 100],
    ['a changelog', { fields: ['summary'], expand: ['changelog'] }, 100],
  ])('fetches as many in bulk as %s allow', async (_what, more, most) => {
    const { ask } = aSite();
    const ids = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));
    const status = async (count: number) =>
      (await ask('POST', BULK, { body: { issueIdsOrKeys: ids(count), ...more } })).status;

    expect([await status(most), await status(most + 1)]).toEqual([200, 400]);
  });

  it('tells 5,000 ids in one page, but only 100 issues with fields', async () => {
    const { site, ask } = aSite();
    for (let i = 0; i < 120; i += 1) {
      site.createIssue({ by: 'cleo', project: 'ITH', requestType: 'Get IT help', summary: `${i}` });
    }
    const search = async (more: object) => {
      const body = { jql: 'project = ITH', maxResults: 5_000, ...more };
      const answer = await ask('POST', '/rest/api/3/search/jql', { body });
      return answer.body as { issues: object[]; isLast: boolean };
    };

    const ids = await search({});
    const full = await search({ fields: ['summary'] });

    expect([ids.issues.length, ids.isLast]).toEqual([120, true]);
    expect(ids.issues[0]).toEqual({ id: '10119' });
    expect([full.issues.length, full.isLast]).toEqual([100, false]);
  });

  it('refuses what the specification does not know', async () => {
    const { ask } = aSite();

    const body = { jql: 'project = ITH', startAt: 0 };
    expect((await ask('POST', '/rest/api/3/search/jql', { body })).status).toBe(400);
    expect((await ask('POST', '/rest/api/3/search', { body })).status).toBe(404);
    expect((await ask('DELETE', '/rest/api/3/status')).status).toBe(405);
  });

  it('keeps properties of up to 32,768 characters', async () => {
    const { ask, key } = aTalkative(0);
    const path = `/rest/api/3/issue/${key}/properties/p`;

    // A JSON string has two quotes more than letters.
    expect((await ask('PUT', path, { body: 'x'.repeat(32_766) })).status).toBe(201);
    expect((await ask('PUT', path, { body: 'x'.repeat(32_767) })).status).toBe(400);
    expect((await ask('GET', path)).body).toEqual({ key: 'p', value: 'x'.repeat(32_766) });
    expect((await ask('DELETE', path)).status).toBe(204);
    expect((await ask('GET', path)).status).toBe(404);
  });
});

describe('changelogs', () => {
  it('come newest first when embedded, and oldest first when paged', async () => {
    const { site, ask, clock, aRequest } = aSite();
    const { key } = aRequest();
    for (const to of ['In Progress', 'Waiting for customer', 'Resolved']) {
      clock.advance(1_000);
      site.transition({ by: 'ada', issue: key, to });
    }

    const single = await ask('GET', `/rest/api/3/issue/${key}?expand=changelog`);
    const paged = await ask('GET', `/rest/api/3/issue/${key}/changelog?maxResults=2`);

    const { changelog } = single.body as { changelog: { histories: readonly History[] } };
    expect(changelog.histories.map(({ created }) => created)).toEqual([
      '2026-03-02T09:00:03.000+0000',
      '2026-03-02T09:00:02.000+0000',
      '2026-03-02T09:00:01.000+0000',
    ]);
    expect(paged.body).toMatchObject({
      total: 3,
      isLast: false,
      values: [
        { created: '2026-03-02T09:00:01.000+0000' },
        { created: '2026-03-02T09:00:02.000+0000' },
      ],
    });
  });

  it('in bulk run by date across issues, in numbers, and may split an issue over pages', async () => {
    const { site, ask, clock, aRequest } = aSite();
    const [a, b] = [aRequest('A'), aRequest('B')];
    for (const key of [a.key, b.key, a.key]) {
      clock.advance(1_000);
      const to = key === a.key ? 'In Progress' : 'Pending';
      site.transition({ by: 'ada', issue: key, to });
      site.assign({ by: 'ada', issue: key, assignee: key === a.key ? 'ada' : 'bot' });
    }
    site.transition({ by: 'ada', issue: a.key, to: 'Escalated' });
    const read = async (nextPageToken?: string) => {
      const { body } = await ask('POST', '/rest/api/3/changelog/bulkfetch', {
        body: {
          issueIdsOrKeys: [b.key, a.key],
          fieldIds: ['status'],
          maxResults: 2,
          nextPageToken,
        },
      });
      return body as {
        issueChangeLogs: { issueId: string; changeHistories: History[] }[];
        nextPageToken?: string;
      };
    };

    const first = await read();
    const second = await read(first.nextPageToken);

    const told = (page: Awaited<ReturnType<typeof read>>) =>
      page.issueChangeLogs.map(({ issueId, changeHistories }) => [
        issueId,
        ...changeHistories.map(({ created }) => created),
      ]);
    const atMs = Date.parse('2026-03-02T09:00:00Z');
    expect(told(first)).toEqual([
      [a.id, atMs + 1_000],
      [b.id, atMs + 2_000],
    ]);
    expect(told(second)).toEqual([[a.id, atMs + 3_000]]);
    expect(second.nextPageToken).toBeUndefined();
    expect(first.issueChangeLogs.flatMap(({ changeHistories }) => changeHistories)).toHaveLength(2);
  });
});
