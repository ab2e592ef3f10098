import { aSite } from './site-fixture';

const HOUR_MS = 3_600_000;

interface Sla {
  readonly name: string;
  readonly completedCycles: readonly Cycle[];
  readonly ongoingCycle?: Cycle & { readonly paused: boolean };
}
interface Cycle {
  readonly breached: boolean;
  readonly elapsedTime: { readonly millis: number };
  readonly remainingTime: { readonly millis: number; readonly friendly: string };
  readonly breachTime?: { readonly epochMillis: number; readonly iso8601: string };
  readonly withinCalendarHours?: boolean;
}

async function slaOf({ ask }: ReturnType<typeof aSite>, key: string) {
  const { body } = await ask('GET', `/rest/servicedeskapi/request/${key}/sla`);
  const [resolution, response] = (body as { values: readonly Sla[] }).values;
  if (resolution === undefined || response === undefined) throw new Error('two clocks expected');
  return { resolution, response };
}

describe('the SLA clocks', () => {
  it('pauses time to resolution while the customer is asked', async () => {
    const fixture = aSite();
    const { site, clock, aRequest } = fixture;
    const { key } = aRequest('Slow', 'High');
    clock.advance(HOUR_MS);
    site.transition({ by: 'ada', issue: key, to: 'Waiting for customer' });
    clock.advance(10 * HOUR_MS);
    const paused = await slaOf(fixture, key);
    site.transition({ by: 'cleo', issue: key, to: 'Waiting for support' });
    clock.advance(2 * HOUR_MS);

    const { resolution } = await slaOf(fixture, key);

    // High: 8 h. 1 h until the question and 2 h since the answer have run; 13 h have passed.
    expect(paused.resolution.ongoingCycle).toMatchObject({ paused: true, breached: false });
    expect(paused.resolution.ongoingCycle?.breachTime).toBeUndefined();
    expect(resolution.ongoingCycle).toMatchObject({
      paused: false,
      breached: false,
      elapsedTime: { millis: 3 * HOUR_MS },
      remainingTime: { millis: 5 * HOUR_MS, friendly: '5h 0m' },
      breachTime: { iso8601: '2026-03-03T14:00:00+1100' },
    });
  });

  it('ends with the resolution, and begins anew when the request comes back', async () => {
    const fixture = aSite();
    const { site, clock, aRequest } = fixture;
    const { key } = aRequest('Slow', 'Highest');
    clock.advance(5 * HOUR_MS);
    site.transition({ by: 'ada', issue: key, to: 'Resolved' });
    clock.advance(HOUR_MS);
    site.transition({ by: 'cleo', issue: key, to: 'Waiting for support' });
    clock.advance(HOUR_MS);

    const { resolution } = await slaOf(fixture, key);

    // Highest: 4 h, used up at 13:00 UTC.
    expect(resolution.completedCycles).toEqual([
      expect.objectContaining({
        breached: true,
        remainingTime: { millis: -HOUR_MS, friendly: '-1h 0m' },
        breachTime: expect.objectContaining({
          epochMillis: Date.parse('2026-03-02T13:00:00Z'),
        }) as unknown,
      }),
    ]);
    expect(resolution.ongoingCycle?.elapsedTime.millis).toBe(HOUR_MS);
  });

  it('takes the first public answer of the desk as the response', async () => {
    const fixture = aSite();
    const { site, clock, aRequest } = fixture;
    const { key } = aRequest();
    clock.advance(60_000);
    site.addComment({ by: 'cleo', issue: key, body: 'Anyone?', isPublic: true });
    site.addComment({ by: 'ada', issue: key, body: 'Who is this?', isPublic: false });
    const before = await slaOf(fixture, key);
    clock.advance(60_000);
    site.addComment({ by: 'bot', issue: key, body: 'Hello', isPublic: true });

    const { response } = await slaOf(fixture, key);

    expect(before.response.completedCycles).toEqual([]);
    expect(response.ongoingCycle).toBeUndefined();
    expect(response.completedCycles[0]).toMatchObject({
      breached: false,
      elapsedTime: { millis: 120_000, friendly: '2m' },
    });
  });

  it('takes no answer from an agent who reported the request', async () => {
    const fixture = aSite();
    const { site, clock } = fixture;
    const { key } = site.createIssue({
      by: 'ada',
      project: 'ITH',
      requestType: 'Get IT help',
      summary: 'My own laptop',
    });
    clock.advance(60_000);
    site.addComment({ by: 'ada', issue: key, body: 'More detail', isPublic: true });

    expect((await slaOf(fixture, key)).response.completedCycles).toEqual([]);
  });

  it('runs in working hours alone where the desk has them, across a change of clocks', async () => {
    const fixture = aSite();
    const { site, clock } = fixture;
    const goal = { default: 8 * HOUR_MS };
    site.addProject({
      key: 'OFF',
      name: 'Office hours',
      requestTypes: [{ name: 'Ask', issueType: 'Task' }],
      agents: ['ada'],
      admins: [],
      customers: ['cleo'],
      // 09:00 to 17:00 in New York, where clocks went forward on 8 March 2026.
      calendar: {
        timeZone: 'America/New_York',
        days: [1, 2, 3, 4, 5],
        fromMinute: 540,
        toMinute: 1_020,
      },
      goals: { firstResponse: goal, resolution: goal },
    });
    // Friday 6 March, 16:00 in New York.
    clock.moveTo(Date.parse('2026-03-06T21:00:00Z'));
    const { key } = site.createIssue({
      by: 'cleo',
      project: 'OFF',
      requestType: 'Ask',
      summary: 'When?',
    });
    // Monday 9 March, 11:00 in New York, now UTC-4.
    clock.moveTo(Date.parse('2026-03-09T15:00:00Z'));

    const { resolution } = await slaOf(fixture, key);

    // 1 h on Friday and 2 h on Monday; the other 5 h end at 16:00, which is 20:00 UTC.
    expect(resolution.ongoingCycle).toMatchObject({
      elapsedTime: { millis: 3 * HOUR_MS },
      breachTime: { epochMillis: Date.parse('2026-03-09T20:00:00Z') },
      withinCalendarHours: true,
    });
  });

  it('sorts a queue by what remains', async () => {
    const { clock, ask, aRequest } = aSite();
    aRequest('Low', 'Low');
    clock.advance(HOUR_MS);
    aRequest('Highest', 'Highest');
    const { body } = await ask('GET', '/rest/servicedeskapi/servicedesk/1/queue/1/issue');

    expect((body as { values: { key: string }[] }).values.map(({ key }) => key)).toEqual([
      'ITH-2',
      'ITH-1',
    ]);
  });
});
