import { aSite, keysOf } from './site-fixture';

const HOUR_MS = 3_600_000;

/** ITH-1 resolved by Ada, ITH-2 with the bot, ITH-3 untouched and low, HR-1 of another desk. */
async function aDesk() {
  const fixture = aSite();
  const { site, clock, ask, aRequest } = fixture;
  aRequest('First');
  clock.advance(HOUR_MS);
  site.createIssue({
    by: 'carl',
    project: 'ITH',
    requestType: 'Report a fault',
    summary: 'Second',
    priority: 'Highest',
  });
  clock.advance(HOUR_MS);
  aRequest('Third', 'Low');
  site.createIssue({ by: 'cleo', project: 'HR', requestType: 'Ask HR', summary: 'Other' });
  site.assign({ by: 'ada', issue: 'ITH-1', assignee: 'ada' });
  site.assign({ by: 'bot', issue: 'ITH-2', assignee: 'bot' });
  clock.advance(HOUR_MS);
  site.transition({ by: 'ada', issue: 'ITH-1', to: 'Resolved', resolution: 'Done' });
  await ask('PUT', '/rest/api/3/issue/ITH-1/properties/firstline', {
    body: { outcome: 'escalated', confidence: 0.4 },
  });
  await ask('PUT', '/rest/api/3/issue/ITH-2/properties/firstline', {
    body: { outcome: 'resolved', confidence: 0.9 },
  });
  await ask('PUT', '/rest/api/3/app/field/customfield_10100/value', {
    body: { updates: [{ issueIds: [10_001], value: 'AI-resolved' }] },
  });
  return fixture;
}

describe('JQL', () => {
  it.each([
    ['project = ITH ORDER BY key ASC', 'ITH-1 ITH-2 ITH-3'],
    ['project in (ITH, HR) ORDER BY project DESC, created DESC', 'HR-1 ITH-3 ITH-2 ITH-1'],
    ['project = "IT Help" AND resolution = Unresolved ORDER BY id', 'ITH-2 ITH-3'],
    ['project = ITH AND resolution is EMPTY ORDER BY id', 'ITH-2 ITH-3'],
    ['project = ITH AND resolution is not EMPTY', 'ITH-1'],
    ['project = ITH AND status = Resolved', 'ITH-1'],
    ['project = ITH AND statusCategory != Done ORDER BY id DESC', 'ITH-3 ITH-2'],
    ['project = ITH AND status in ("Waiting for support", 5) ORDER BY id', 'ITH-1 ITH-2 ITH-3'],
    ['assignee = ada', 'ITH-1'],
    ['project = ITH AND assignee is EMPTY', 'ITH-3'],
    // `!=`, and a NOT over `=`, leave EMPTY out: an unassigned issue is in neither.
    ['project = ITH AND assignee != ada', 'ITH-2'],
    ['project = ITH AND NOT assignee = ada', 'ITH-2'],
    ['project = ITH AND assignee not in (ada, EMPTY)', 'ITH-2'],
    ['project = ITH AND assignee in (ada, EMPTY) ORDER BY id', 'ITH-1 ITH-3'],
    ['project = ITH AND NOT (assignee = ada OR assignee = bot)', ''],
    ['reporter = carl', 'ITH-2'],
    ['project = ITH and issuetype = "[System] Incident"', 'ITH-2'],
    ['"Request Type" = "Get IT help" ORDER BY created', 'ITH-1 ITH-3'],
    ['"Request Type" = "Get IT help (ITH)" AND priority = Low', 'ITH-3'],
    ['project = ITH AND priority > Low ORDER BY priority DESC', 'ITH-2 ITH-1'],
    ['project = ITH AND priority <= High ORDER BY priority ASC', 'ITH-3 ITH-1'],
    ['key in (ITH-1, ITH-3) ORDER BY key DESC', 'ITH-3 ITH-1'],
    ['id = 10001', 'ITH-2'],
    ['project = ITH AND created >= -2h ORDER BY id', 'ITH-2 ITH-3'],
    ['project = ITH AND created > -119m ORDER BY id', 'ITH-3'],
    ['project = ITH AND created > "-1w 1d" AND created < -150m', 'ITH-1'],
    // 12:00 UTC: ITH-1 was resolved then, and ITH-2 tagged in the app's field. Newest id first.
    ['project = ITH AND updated >= 1772452800000', 'ITH-2 ITH-1'],
    ['project = ITH AND resolved >= startOfDay()', 'ITH-1'],
    ['aiOutcome = escalated', 'ITH-1'],
    ['aiOutcome in (escalated, resolved) ORDER BY aiConfidence DESC', 'ITH-2 ITH-1'],
    ['aiConfidence >= 0.5', 'ITH-2'],
    ['project = ITH AND aiOutcome is EMPTY', 'ITH-3'],
    ['issue.property[firstline].outcome = resolved', 'ITH-2'],
    ['"AI outcome" = "AI-resolved"', 'ITH-2'],
    ['cf[10100] is not EMPTY', 'ITH-2'],
    ['(assignee = ada OR reporter = carl) AND project = ITH ORDER BY id', 'ITH-1 ITH-2'],
    ['project = ITH ORDER BY resolved ASC, id DESC', 'ITH-1 ITH-3 ITH-2'],
    ['project = ITH ORDER BY resolved DESC, id ASC', 'ITH-2 ITH-3 ITH-1'],
  ])('%s', async (jql, expected) => {
    const { ask } = await aDesk();

    const keys = await keysOf(ask, jql);

    expect(keys.join(' ')).toBe(expected);
  });

  it('reads absolute times in the zone of whoever asks', async () => {
    const { ask } = await aDesk();

    // ITH-2 was created at 10:00 UTC, which is 21:00 in Sydney, the app's zone. Ada's is UTC.
    const jql = 'project = ITH AND created = "2026-03-02 10:00"';
    expect(await keysOf(ask, jql, 'ada')).toEqual(['ITH-2']);
    expect(await keysOf(ask, jql)).toEqual([]);
    expect(await keysOf(ask, 'project = ITH AND created = "2026/03/02 21:00"')).toEqual(['ITH-2']);
  });

  it('goes with the time, though nothing on the site has changed', async () => {
    const { clock, ask } = await aDesk();
    const jql = 'project = ITH AND created >= -90m';

    expect(await keysOf(ask, jql)).toEqual(['ITH-3']);
    clock.advance(HOUR_MS);
    expect(await keysOf(ask, jql)).toEqual([]);
  });

  it('knows who asks', async () => {
    const { ask } = await aDesk();

    const mine = 'project = ITH AND assignee = currentUser()';
    expect(await keysOf(ask, mine, 'ada')).toEqual(['ITH-1']);
    expect(await keysOf(ask, mine)).toEqual([]);
  });

  it('tells people only of projects they may browse', async () => {
    const { ask } = await aDesk();

    expect(await keysOf(ask, 'created > -1d ORDER BY key', 'ada')).toEqual([
      'ITH-1',
      'ITH-2',
      'ITH-3',
    ]);
    expect(await keysOf(ask, 'created > -1d', 'cleo')).toEqual([]);
    expect(await keysOf(ask, 'created > -1d', 'root')).toContain('HR-1');
  });

  it.each([
    ['colour = red', "Field 'colour' does not exist"],
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'"],
    ['status = Asleep', "The value 'Asleep' does not exist for the field 'status'"],
    ['assignee = nobody', "The value 'nobody' does not exist for the field 'assignee'"],
    ['key = ITH-99', "An issue with key 'ITH-99' does not exist for field 'key'"],
    ['assignee = membersOf("x")', "Unable to find JQL function 'membersOf()'"],
    ['created > yesterday', "Date value 'yesterday' for field 'created' is invalid"],
    ['created > "2026-02-30"', "Date value '2026-02-30'"],
    ['status < Resolved', "The operator '<' is not supported by the 'status' field"],
    ['summary ~ "printer"', 'Expecting operator'],
    ['summary = printer', "The operator '=' is not supported by the 'summary' field"],
    ['status was Resolved', "but got 'was'"],
    ['project = ITH AND', 'Expecting a field name but got the end of the query'],
    ['project = ITH assignee = ada', "Expecting either 'OR' or 'AND' but got 'assignee'"],
    ['project = "ITH', 'has not been completed'],
    ['project = ITH ORDER BY colour', "Field 'colour' does not exist"],
    ['ORDER BY created', 'Unbounded JQL queries are not allowed here'],
    ['', 'Unbounded JQL queries are not allowed here'],
  ])('refuses %s, naming what it does not know', async (jql, message) => {
    const { ask } = await aDesk();

    const { status, body } = await ask('POST', '/rest/api/3/search/jql', { body: { jql } });

    expect(status).toBe(400);
    expect((body as { errorMessages: string[] }).errorMessages.join()).toContain(message);
  });

  it('pages on where it stopped, though issues change in between', async () => {
    const { site, clock, ask, aRequest } = aSite();
    for (let i = 0; i < 5; i += 1) {
      aRequest(`Request ${i}`);
      clock.advance(1_000);
    }
    const jql = 'project = ITH ORDER BY updated ASC';
    const next = async (nextPageToken?: string) => {
      const { body } = await ask('POST', '/rest/api/3/search/jql', {
        body: { jql, maxResults: 2, fields: ['key'], nextPageToken },
      });
      return body as { issues: { key: string }[]; nextPageToken?: string; isLast: boolean };
    };

    const first = await next();
    // ITH-1 has been told; it moves to the end, and is told there again.
    site.editFields({ by: 'ada', issue: 'ITH-1', summary: 'Changed' });
    const second = await next(first.nextPageToken);
    const third = await next(second.nextPageToken);

    expect(first.issues.map(({ key }) => key)).toEqual(['ITH-1', 'ITH-2']);
    expect(second.issues.map(({ key }) => key)).toEqual(['ITH-3', 'ITH-4']);
    expect(third.issues.map(({ key }) => key)).toEqual(['ITH-5', 'ITH-1']);
    expect([first.isLast, second.isLast, third.isLast]).toEqual([false, false, true]);
    expect(third.nextPageToken).toBeUndefined();
  });

  it('refuses a page token of another query', async () => {
    const { ask, aRequest } = aSite();
    aRequest();
    aRequest();
    const { body } = await ask('POST', '/rest/api/3/search/jql', {
      body: { jql: 'project = ITH', maxResults: 1 },
    });
    const { nextPageToken } = body as { nextPageToken: string };

    const { status } = await ask('POST', '/rest/api/3/search/jql', {
      body: { jql: 'project in (ITH)', maxResults: 1, nextPageToken },
    });

    expect(status).toBe(400);
  });
});
