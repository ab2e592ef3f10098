import { APP, aSite, START_MS } from './site-fixture';

describe('the product events of the site', () => {
  it('tells of a new issue with accounts by id, and without custom fields', () => {
    const { events, aRequest } = aSite();

    aRequest('Printer is on fire');

    expect(events).toHaveLength(1);
    const [event] = events;
    expect(event?.causedByApp).toBe(false);
    expect(event?.payload).toMatchObject({
      eventType: 'avi:jira:created:issue',
      timestamp: String(START_MS),
      atlassianId: 'cleo',
      associatedUsers: [{ accountId: 'cleo' }],
      issue: {
        id: '10000',
        key: 'ITH-1',
        fields: {
          created: '2026-03-02T09:00:00.000+0000',
          reporter: { accountId: 'cleo' },
          assignee: null,
          status: { id: '10001', statusCategory: { key: 'indeterminate' } },
          project: { key: 'ITH', projectTypeKey: 'service_desk' },
        },
      },
    });
    const { fields } = event?.payload['issue'] as { fields: object };
    expect(Object.keys(fields).sort()).toEqual([
      'assignee',
      'created',
      'creator',
      'issuetype',
      'priority',
      'project',
      'reporter',
      'status',
      'summary',
      'updated',
    ]);
  });

  it('tells of a transition once, with both statuses and the resolution', () => {
    const { site, clock, events, aRequest } = aSite();
    const { key } = aRequest();
    clock.advance(60_000);

    site.transition({ by: 'bot', issue: key, to: 'Resolved' });

    expect(events.slice(1).map(({ eventType }) => eventType)).toEqual(['avi:jira:updated:issue']);
    expect(events[1]?.payload).toMatchObject({
      timestamp: String(START_MS + 60_000),
      atlassianId: 'bot',
      jiraEventTypeName: 'issue_resolved',
      changelog: {
        items: [
          { field: 'resolution', fieldId: 'resolution', from: null, to: '10000', toString: 'Done' },
          {
            field: 'status',
            fieldId: 'status',
            from: '10001',
            fromString: 'Waiting for support',
            to: '5',
            toString: 'Resolved',
          },
        ],
      },
      associatedStatuses: [{ id: '10001' }, { id: '5' }],
    });
  });

  it('clears the resolution of a request that comes back', () => {
    const { site, events, aRequest } = aSite();
    const { key } = aRequest();
    site.transition({ by: 'ada', issue: key, to: 'Resolved', resolution: 'Duplicate' });

    site.transition({ by: 'cleo', issue: key, to: 'Waiting for support' });

    expect(events[2]?.payload).toMatchObject({
      jiraEventTypeName: 'issue_reopened',
      changelog: {
        items: [
          { field: 'resolution', from: '10002', fromString: 'Duplicate', to: null },
          { field: 'status', from: '5', to: '10001' },
        ],
      },
    });
  });

  it('tells of an assignment twice: as an update and as an assignment', () => {
    const { site, events, aRequest } = aSite();
    const { key } = aRequest();
    site.assign({ by: 'ada', issue: key, assignee: 'bot' });
    site.assign({ by: 'ada', issue: key, assignee: 'ada' });

    expect(events.slice(3).map(({ eventType }) => eventType)).toEqual([
      'avi:jira:updated:issue',
      'avi:jira:assigned:issue',
    ]);
    expect(events[4]?.payload).toMatchObject({
      changelog: { items: [{ field: 'assignee', from: 'bot', to: 'ada' }] },
      associatedUsers: [{ accountId: 'ada' }, { accountId: 'bot' }],
    });
  });

  it('tells of new, edited and deleted comments, and of deleted issues', () => {
    const { site, clock, events, aRequest } = aSite();
    const { key } = aRequest();
    const { id } = site.addComment({ by: 'ada', issue: key, body: 'Hm', isPublic: false });
    clock.advance(1_000);
    site.editComment({ by: 'ada', issue: key, commentId: id, body: 'Hmm' });
    site.deleteComment({ by: 'ada', issue: key, commentId: id });
    expect(() => site.deleteIssue({ by: 'ada', issue: key })).toThrow('lacks DELETE_ISSUES');
    site.deleteIssue({ by: 'root', issue: key });

    expect(events.slice(1).map(({ eventType }) => eventType)).toEqual([
      'avi:jira:commented:issue',
      'avi:jira:commented:issue',
      'avi:jira:deleted:comment',
      'avi:jira:deleted:issue',
    ]);
    expect(events[2]?.payload['comment']).toEqual({
      id,
      body: expect.objectContaining({ type: 'doc' }) as unknown,
      author: { accountId: 'ada' },
      created: '2026-03-02T09:00:00.000+0000',
      updated: '2026-03-02T09:00:01.000+0000',
      jsdPublic: false,
    });
  });

  it('marks what the app caused, and tells of its properties by one event alone', async () => {
    const { ask, events, aRequest } = aSite();
    const { id } = aRequest();

    await ask('PUT', `/rest/api/3/issue/${id}/properties/firstline`, { body: { outcome: 'x' } });
    const field = '/rest/api/3/app/field/customfield_10100/value';
    const body = { updates: [{ issueIds: [Number(id)], value: 'AI-resolved' }] };
    await ask('PUT', `${field}?generateChangelog=false`, { body });

    expect(events.slice(1).map(({ eventType, causedByApp }) => [eventType, causedByApp])).toEqual([
      ['avi:jira:set:issue-property', true],
    ]);
    expect(events[1]?.payload['atlassianId']).toBe(APP);

    const other = { updates: [{ issueIds: [Number(id)], value: 'Escalated' }] };
    await ask('PUT', field, { body: other });
    expect(events[2]).toMatchObject({
      eventType: 'avi:jira:updated:issue',
      causedByApp: true,
      payload: { changelog: { items: [{ field: 'AI outcome', toString: 'Escalated' }] } },
    });
  });

  it('tells nothing of feedback, though the issue counts as updated', async () => {
    const { site, clock, ask, events, aRequest } = aSite();
    const { id } = aRequest();
    clock.advance(5_000);

    expect(() => site.giveFeedback({ by: 'ada', issue: id, rating: 1 })).toThrow('reporter');
    site.giveFeedback({ by: 'cleo', issue: id, rating: 4 });

    expect(events).toHaveLength(1);
    const { body } = await ask('GET', `/rest/api/3/issue/${id}?fields=updated,customfield_10030`);
    expect(body).toMatchObject({
      fields: { updated: '2026-03-02T09:00:05.000+0000', customfield_10030: { rating: 4 } },
    });
  });

  it('stops telling those who unsubscribe', () => {
    const { site, aRequest } = aSite();
    const seen: string[] = [];
    const stop = site.onEvent(({ eventType }) => seen.push(eventType));
    aRequest();
    stop();
    aRequest();

    expect(seen).toEqual(['avi:jira:created:issue']);
  });
});
