import { APP, aSite, keysOf } from './site-fixture';

const API = '/rest/api/3';
const ISSUE = `${API}/issue/10000`;
const GROUP_FIELD = 'customfield_10050';

const documentOf = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const INTERNAL = { key: 'sd.public.comment', value: { internal: true } };

/** A request of Cleo's, and two groups to give it to. */
function aTicket() {
  const fixture = aSite();
  const { site, ask } = fixture;
  const network = site.addGroup({ name: 'Network', members: ['ada'] });
  site.addGroup({ name: 'Field & Desk', members: [] });
  fixture.aRequest();
  const fieldsOf = async () => {
    const path = `${ISSUE}?fields=summary,status,assignee,priority,labels,${GROUP_FIELD}`;
    return ((await ask('GET', path)).body as { fields: Record<string, unknown> }).fields;
  };
  const edit = (body: unknown, as: string | null = null, query = '') =>
    ask('PUT', `${ISSUE}${query}`, { as, body });
  return { ...fixture, network, fieldsOf, edit };
}

describe('a comment', () => {
  const COMMENTS = `${ISSUE}/comment`;

  it('is written as a document, is internal when its property says so, and keeps its properties', async () => {
    const { ask, events } = aTicket();
    const document = documentOf('Confidence was too low');
    const body = { body: document, properties: [INTERNAL, { key: 'mine', value: { id: 'h1' } }] };

    const posted = await ask('POST', COMMENTS, { body });

    expect(posted).toMatchObject({ status: 201, points: 1, body: { jsdPublic: false } });
    const listed = await ask('GET', `${COMMENTS}?expand=properties`);
    expect(listed.body).toMatchObject({
      total: 1,
      comments: [
        {
          author: { accountId: APP },
          body: document,
          jsdPublic: false,
          properties: [INTERNAL, { key: 'mine', value: { id: 'h1' } }],
        },
      ],
    });
    expect(events.at(-1)).toMatchObject({
      eventType: 'avi:jira:commented:issue',
      causedByApp: true,
      payload: { atlassianId: APP, comment: { body: document, jsdPublic: false } },
    });
    const portal = '/rest/servicedeskapi/request/ITH-1/comment';
    expect((await ask('GET', portal, { as: 'cleo' })).body).toMatchObject({ size: 0 });
    expect((await ask('GET', portal, { as: 'ada' })).body).toMatchObject({
      values: [{ body: 'Confidence was too low', public: false }],
    });
  });

  it('is public unless the property says otherwise, whatever else the body says', async () => {
    const { ask } = aTicket();
    const body = { body: documentOf('Hello'), jsdPublic: false };
    expect((await ask('POST', COMMENTS, { body })).body).toMatchObject({ jsdPublic: true });
  });

  it.each([
    ['no body', {}],
    ['plain text', { body: 'Hello' }],
    ['an unknown node', { body: { ...documentOf('a'), content: [{ type: 'blink' }] } }],
    [
      'a status lozenge without a colour',
      {
        body: {
          ...documentOf('a'),
          content: [{ type: 'paragraph', content: [{ type: 'status', attrs: { text: 'a' } }] }],
        },
      },
    ],
    ['empty text', { body: documentOf('') }],
    ['more than 32,767 characters', { body: documentOf('x'.repeat(32_768)) }],
  ])('is refused with %s', async (_what, body) => {
    const { ask } = aTicket();
    expect(await ask('POST', COMMENTS, { body })).toMatchObject({
      status: 400,
      body: { errors: { comment: expect.any(String) as string } },
    });
    expect((await ask('GET', COMMENTS)).body).toMatchObject({ total: 0 });
  });

  it('is refused to a person who may not comment, and to one who may not see the issue', async () => {
    const { site, ask } = aTicket();
    const body = { body: documentOf('Hello') };
    expect((await ask('POST', COMMENTS, { as: 'cleo', body })).status).toBe(404);
    expect((await ask('POST', COMMENTS, { as: 'ada', body })).status).toBe(201);
    site.removeUser('ada');
    expect((await ask('POST', COMMENTS, { as: 'ada', body })).status).toBe(401);
  });

  it('can be kept to a group or a role', async () => {
    const { ask } = aTicket();
    const post = (type: string, value: string) =>
      ask('POST', COMMENTS, { body: { body: documentOf(value), visibility: { type, value } } });
    expect((await post('group', 'Network')).body).toMatchObject({
      visibility: { type: 'group', value: 'Network' },
    });
    expect((await post('role', 'Administrators')).status).toBe(201);
    expect((await post('role', 'Nobody')).status).toBe(400);
    const totalOf = async (as: string | null) =>
      ((await ask('GET', COMMENTS, { as })).body as { total: number }).total;
    expect(await Promise.all([null, 'ada', 'bot'].map(totalOf))).toEqual([2, 1, 0]);
  });
});

describe('an edit', () => {
  it('sets assignee, priority, labels and group as one change, told as one event', async () => {
    const { edit, fieldsOf, events, ask, network } = aTicket();
    const before = events.length;

    const answer = await edit({
      fields: {
        assignee: { accountId: 'ada' },
        priority: { id: '1' },
        [GROUP_FIELD]: { name: 'Network' },
      },
      update: { labels: [{ add: 'ai-handoff' }] },
    });

    expect(answer).toMatchObject({ status: 204, points: 1, body: null });
    expect(await fieldsOf()).toMatchObject({
      summary: 'Printer is on fire',
      assignee: { accountId: 'ada' },
      priority: { name: 'Highest' },
      labels: ['ai-handoff'],
      [GROUP_FIELD]: { name: 'Network', groupId: network.id },
    });
    const { values } = (await ask('GET', `${ISSUE}/changelog`)).body as {
      values: readonly { author: { accountId: string }; items: readonly object[] }[];
    };
    expect(values).toHaveLength(1);
    expect(values[0]).toMatchObject({
      author: { accountId: APP },
      items: [
        { field: 'priority', from: '2', to: '1', fromString: 'High', toString: 'Highest' },
        { field: 'assignee', from: null, to: 'ada', toString: 'Ada' },
        { field: 'labels', fromString: '', toString: 'ai-handoff' },
        { field: 'Support group', fieldId: GROUP_FIELD, fieldtype: 'custom', toString: 'Network' },
      ],
    });
    expect(
      events.slice(before).map(({ eventType, causedByApp }) => [eventType, causedByApp]),
    ).toEqual([
      ['avi:jira:updated:issue', true],
      ['avi:jira:assigned:issue', true],
    ]);
  });

  it('adds a label to those that are there, once, and removes one', async () => {
    const { edit, fieldsOf, ask } = aTicket();
    await edit({ fields: { labels: ['vpn'] } });
    await edit({ update: { labels: [{ add: 'ai-handoff' }, { add: 'vpn' }] } });
    expect(await fieldsOf()).toMatchObject({ labels: ['ai-handoff', 'vpn'] });
    expect(await keysOf(ask, 'labels = AI-handoff')).toEqual(['ITH-1']);
    await edit({ update: { labels: [{ remove: 'vpn' }, { remove: 'ai-handoff' }] } });
    expect(await fieldsOf()).toMatchObject({ labels: [] });
    expect(await keysOf(ask, 'labels is EMPTY')).toEqual(['ITH-1']);
  });

  it('changes nothing and tells nothing when all is so already', async () => {
    const { edit, events, ask } = aTicket();
    const body = {
      fields: { assignee: { accountId: 'ada' }, [GROUP_FIELD]: { name: 'Network' } },
      update: { labels: [{ add: 'a' }] },
    };
    await edit(body);
    const told = events.length;
    expect((await edit(body)).status).toBe(204);
    expect(events).toHaveLength(told);
    expect((await ask('GET', `${ISSUE}/changelog`)).body).toMatchObject({ total: 1 });
    expect(await keysOf(ask, '"Support group" = Network')).toEqual(['ITH-1']);
  });

  it.each([
    [
      'somebody who cannot be assigned',
      { fields: { assignee: { accountId: 'cleo' } } },
      'assignee',
    ],
    ['an unknown priority', { fields: { priority: { id: '99' } } }, 'priority'],
    ['an unknown group', { fields: { [GROUP_FIELD]: { name: 'Gone' } } }, GROUP_FIELD],
    ['a label with a space', { update: { labels: [{ add: 'a b' }] } }, 'labels'],
    ['a field that is on no screen', { fields: { resolution: { id: '10000' } } }, 'resolution'],
    [
      'a field named twice',
      { fields: { labels: [] }, update: { labels: [{ add: 'a' }] } },
      'labels',
    ],
  ])('refuses %s, and leaves the others, too', async (_what, body, field) => {
    const { edit, fieldsOf } = aTicket();
    const before = await fieldsOf();
    const fields = { summary: 'Another', ...('fields' in body ? body.fields : {}) };
    expect(await edit({ ...body, fields })).toMatchObject({
      status: 400,
      body: { errors: { [field]: expect.any(String) as string } },
    });
    expect(await fieldsOf()).toEqual(before);
  });

  it("acts within a person's permission", async () => {
    const { edit, fieldsOf, events } = aTicket();
    const body = { fields: { priority: { name: 'Low' } } };
    expect((await edit(body, 'cleo')).status).toBe(404);
    expect((await edit(body, 'ada')).status).toBe(204);
    expect(events.at(-1)).toMatchObject({ causedByApp: false, payload: { atlassianId: 'ada' } });
    expect(await fieldsOf()).toMatchObject({ priority: { name: 'Low' } });
    expect((await edit(body, 'ada', '?overrideScreenSecurity=true')).status).toBe(403);
    expect((await edit(body, 'ada', '?notifyUsers=false')).status).toBe(204);
  });

  it('gives the issue back when asked to', async () => {
    const { edit } = aTicket();
    expect(await edit({ fields: { summary: 'New' } }, null, '?returnIssue=true')).toMatchObject({
      status: 200,
      points: 2,
      body: { key: 'ITH-1', fields: { summary: 'New' } },
    });
  });
});

describe('a transition', () => {
  const PATH = `${ISSUE}/transitions`;
  interface Listed {
    readonly transitions: readonly { readonly id: string; readonly to: { readonly id: string } }[];
  }

  it('leads to each status but the present one, and moves there', async () => {
    const { ask, fieldsOf, events } = aTicket();
    const { transitions } = (await ask('GET', PATH)).body as Listed;
    const ids = transitions.map(({ to }) => to.id);
    expect(ids).toContain('10003');
    expect(ids).not.toContain('10001');
    const id = transitions.find(({ to }) => to.id === '10003')?.id;

    expect((await ask('POST', PATH, { body: { transition: { id } } })).status).toBe(204);

    expect(await fieldsOf()).toMatchObject({ status: { name: 'Escalated' } });
    expect(events.at(-1)).toMatchObject({
      causedByApp: true,
      payload: { changelog: { items: [{ field: 'status', to: '10003' }] } },
    });
    // From there, the same transition leads nowhere.
    expect((await ask('POST', PATH, { body: { transition: { id } } })).status).toBe(400);
  });

  it('is none for those who may not move the issue', async () => {
    const { site, ask } = aTicket();
    site.addUser({ accountId: 'otto', accountType: 'atlassian', displayName: 'Otto' });
    expect((await ask('GET', PATH, { as: 'otto' })).status).toBe(404);
    expect(
      (await ask('POST', PATH, { as: 'otto', body: { transition: { id: '11' } } })).status,
    ).toBe(404);
    const withField = { transition: { id: '11' }, fields: { assignee: { accountId: 'ada' } } };
    expect((await ask('POST', PATH, { body: withField })).status).toBe(400);
  });
});

it('counts every kind of write against the limit of the issue', async () => {
  const { ask, edit } = aTicket();
  const writes = [
    () => ask('POST', `${ISSUE}/comment`, { body: { body: documentOf('a') } }),
    () => edit({ update: { labels: [{ add: 'a' }] } }),
    () => ask('PUT', `${ISSUE}/properties/p`, { body: 1 }),
  ];
  for (let i = 0; i < 20; i += 1) await writes[i % 3]?.();
  for (const write of writes) {
    const refused = await write();
    expect(refused).toMatchObject({ status: 429, points: 0 });
    expect(refused.headers.get('RateLimit-Reason')).toBe('jira-per-issue-on-write');
  }
  expect((await ask('GET', `${ISSUE}/comment`)).body).toMatchObject({ total: 7 });
});

it('says which groups and people an issue can be given to', async () => {
  const { ask, network } = aTicket();
  expect(
    (await ask('GET', `${API}/groups/picker?query=net&caseInsensitive=true`)).body,
  ).toMatchObject({
    total: 1,
    groups: [{ name: 'Network', groupId: network.id }],
  });
  expect((await ask('GET', `${API}/groups/picker?query=net`)).body).toMatchObject({ total: 0 });
  expect((await ask('GET', `${API}/groups/picker?query=D`)).body).toMatchObject({
    groups: [{ name: 'Field & Desk', html: 'Field &amp; Desk' }],
  });
  expect((await ask('GET', `${API}/groups/picker`, { as: 'cleo' })).body).toMatchObject({
    total: 0,
  });
  expect((await ask('GET', `${API}/group/bulk?groupName=Network`)).body).toMatchObject({
    values: [{ name: 'Network' }],
  });
  expect((await ask('GET', `${API}/group/bulk`, { as: 'cleo' })).status).toBe(403);
  const people = await ask('GET', `${API}/user/assignable/search?project=ITH&query=`);
  expect((people.body as { accountId: string }[]).map(({ accountId }) => accountId)).toEqual([
    'ada',
    'bot',
    'root',
  ]);
});

describe('a request that is made to fail', () => {
  const edit = (fixture: ReturnType<typeof aTicket>) =>
    fixture.edit({ update: { labels: [{ add: 'a' }] } });

  it.each([
    ['before', []],
    ['after', ['a']],
  ] as const)('fails %s it takes effect', async (when, labels) => {
    const fixture = aTicket();
    fixture.site.failRequests({
      when,
      answer: { status: 500 },
      matches: /^PUT /,
      times: 2,
    });
    expect((await edit(fixture)).status).toBe(500);
    expect(await fixture.fieldsOf()).toMatchObject({ labels });
    expect((await edit(fixture)).status).toBe(500);
    expect((await edit(fixture)).status).toBe(204);
  });

  it.each([
    ['before', []],
    ['after', ['a']],
  ] as const)('can be lost with its answer, %s it takes effect', async (when, labels) => {
    const fixture = aTicket();
    fixture.site.failRequests({ when, answer: 'lost', matches: /^PUT / });
    await expect(edit(fixture)).rejects.toThrow('fetch failed');
    expect(await fixture.fieldsOf()).toMatchObject({ labels });
  });
});
