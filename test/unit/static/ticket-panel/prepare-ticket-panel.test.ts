import { RULES } from '../../../../src/contract/catalogue';
import type { TicketVerdict, TicketVerdictEpisode } from '../../../../src/contract';
import { changesIssue } from '../../../../static/ticket-panel/changes-issue';
import { prepareTicketPanel } from '../../../../static/ticket-panel/prepare-ticket-panel';
import { ruleSentence } from '../../../../static/ticket-panel/rule-sentence';
import { FORMATS, GERMAN, aVerdict, anEpisode, plain } from '../builders';

const NAMES = new Map([['a-1', 'Maya Ortiz']]);
const panel = (...episodes: readonly TicketVerdictEpisode[]) =>
  prepareTicketPanel(aVerdict({ episodes }), NAMES, FORMATS);
const factsOf = (episode: TicketVerdictEpisode) =>
  Object.fromEntries(
    (panel(episode).current?.facts ?? []).map(({ name, value }) => [name, plain(value)]),
  );

describe('prepareTicketPanel', () => {
  it('tells a mature AI resolution with everything it rests on', () => {
    const { current, episodes } = panel(anEpisode());
    expect(current?.lozenge.label).toBe('AI-resolved');
    expect(current?.timeLeft).toBeNull();
    expect(plain(current?.sentence ?? '')).toBe('Atlas resolved it, and it held for 7 d.');
    expect(factsOf(anEpisode())).toEqual({
      Agent: 'Atlas',
      Evidence: 'Confirmed by the requester',
      Confidence: '93.4%',
      'First contact': 'Yes',
      'Time to resolve': '2 min',
      'Window ended': '9 Mar 2026, 10:02',
      Definition: 'v3, window 7 d',
    });
    expect(episodes).toEqual([]);
  });

  it('tells what ServiceNow says of its service levels, for those who compare', () => {
    const record = { number: 'INC0010001', url: 'https://acme.service-now.com/' };
    const slaOf = (sla: TicketVerdict['sla'], of: TicketVerdict['record'] = record) =>
      prepareTicketPanel(aVerdict({ sla, record: of }), NAMES, FORMATS).sla;
    expect(slaOf({ isMet: true, breached: 0 })).toBe(
      'ServiceNow says that every service level was met.',
    );
    expect(slaOf({ isMet: false, breached: 2 })).toBe(
      'ServiceNow says that 2 service levels were breached.',
    );
    expect(slaOf({ isMet: false, breached: null })).toBe(
      'ServiceNow says that a service level was missed.',
    );
    expect(slaOf(null)).toBeNull();
  });

  it('counts a pending one down to the day on which it counts', () => {
    const episode = anEpisode({
      outcome: 'pending',
      rule: 'pending',
      maturesAt: '2026-03-14T12:30:00Z',
    });
    const { current } = panel(episode);
    // From 10 March 09:00 to 14 March 12:30 are 4 d 3 h 30 min.
    expect(plain(current?.timeLeft ?? '')).toBe('4 d 3 h left');
    expect(current?.sentence).toBe(
      'Atlas resolved it. It counts as resolved on 14 Mar 2026 unless it comes back.',
    );
    expect(factsOf(episode)).toMatchObject({ 'Counts on': '14 Mar 2026, 13:30' });
  });

  it('gives the last episode first, and tells how long a reversed one had held', () => {
    const reversed = anEpisode({
      outcome: 'reversed',
      rule: 'reopened',
      reason: 'reopened',
      firstContact: false,
    });
    const again = anEpisode({
      ordinal: 1,
      openedAt: '2026-03-04T09:02:00Z',
      resolvedAt: null,
      outcome: 'open',
      rule: 'open',
      evidence: null,
      firstContact: false,
      maturesAt: null,
      agent: null,
      confidence: null,
    });
    const { current, episodes, episodesTitle } = panel(reversed, again);
    expect(current?.lozenge.label).toBe('Open');
    expect(current?.facts.map(({ name }) => name)).toEqual(['Definition']);
    expect(episodesTitle).toBe('2 episodes');
    expect(
      episodes.map(({ title, lozenge, sentence, reason }) => [
        title,
        lozenge.label,
        plain(sentence),
        reason,
      ]),
    ).toEqual([
      ['Episode 2', 'Open', 'It is still open. The outcome is decided when it is resolved.', null],
      ['Episode 1', 'Reversed', 'Atlas resolved it; it was reopened after 2 d.', null],
    ]);
    expect(episodes[0]?.span).toBe('open since 4 Mar 2026, 10:02');
  });

  it("puts the app's reasons into words and quotes those of people", () => {
    const reasonOf = (reason: string | null) =>
      panel(anEpisode({ outcome: 'escalated', rule: 'escalated', reason })).current?.reason;
    expect(reasonOf('low-confidence')).toBe('Reason: the confidence was below the threshold.');
    expect(reasonOf('Asked by phone')).toBe('Reason given: “Asked by phone”');
    expect(reasonOf(null)).toBeNull();
  });

  it('says whose override it is, since when and why', () => {
    const overridden = anEpisode({
      outcome: 'escalated',
      rule: 'overridden',
      reason: 'Solved on the phone',
      override: { accountId: 'a-1', at: '2026-03-03T08:30:00Z' },
    });
    const { current, isOverridden } = panel(overridden);
    expect(isOverridden).toBe(true);
    expect(current?.sentence).toBe(
      'Maya Ortiz set this outcome by hand on 3 Mar 2026; it stands above the rules.',
    );
    expect(current?.reason).toBe('Reason given: “Solved on the phone”');
    expect(factsOf(overridden)).toMatchObject({
      'Set by': 'Maya Ortiz',
      'Set on': '3 Mar 2026, 09:30',
    });
  });

  it.each([null, 'somebody-else'])('speaks of a person when the account is %s', (accountId) => {
    const overridden = anEpisode({
      rule: 'overridden',
      override: { accountId, at: '2026-03-03T08:30:00Z' },
    });
    expect(panel(overridden).current?.sentence).toMatch(/^A person set this outcome by hand on/);
    expect(factsOf(overridden)).toMatchObject({ 'Set by': 'A person' });
  });

  it('has nothing to take back where the rules decided', () => {
    expect(panel(anEpisode()).isOverridden).toBe(false);
    const earlier = anEpisode({ rule: 'overridden' });
    expect(panel(earlier, anEpisode({ ordinal: 1 })).isOverridden).toBe(false);
  });

  it('has a sentence of its own for every rule, with or without a named agent', () => {
    const sentences = RULES.map((rule) =>
      ruleSentence(
        rule,
        {
          agent: 'The AI',
          window: '7 d',
          reopenedAfter: null,
          maturesOn: null,
          setBy: 'A person',
          setOn: null,
        },
        FORMATS.t,
      ),
    );
    expect(new Set(sentences).size).toBe(RULES.length);
    expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
    expect(panel(anEpisode({ agent: null })).current?.sentence).toMatch(/^The AI resolved it/);
  });

  it('tells it in German', () => {
    const verdict = aVerdict({
      episodes: [anEpisode({ outcome: 'pending', rule: 'pending', reason: 'human-replied' })],
    });
    const { current } = prepareTicketPanel(verdict, NAMES, GERMAN);
    expect(current?.lozenge.label).toBe('Von KI gelöst · vorläufig');
    expect(current?.sentence).toBe(
      'Atlas hat es gelöst. Es zählt ab 09.03.2026 als gelöst, wenn es nicht wiederkommt.',
    );
    expect(current?.reason).toBe('Grund: ein Mensch hat der anfragenden Person geantwortet.');
    const facts = Object.fromEntries(
      (current?.facts ?? []).map(({ name, value }) => [name, plain(value)]),
    );
    expect(facts).toMatchObject({ Konfidenz: '93,4 %', Lösungszeit: '2 Min.' });
  });

  it('claims no first contact where the rule book asks for none', () => {
    expect(
      factsOf(anEpisode({ outcome: 'escalated', rule: 'escalated', firstContact: false })),
    ).not.toHaveProperty('First contact');
  });

  it('knows nothing of a ticket without episodes', () => {
    expect(panel()).toMatchObject({
      current: null,
      episodes: [],
      asOf: expect.stringMatching(/^As of \w+day/) as string,
    });
  });
});

describe('prepareTicketPanel, timeline', () => {
  const step = { episode: 0, who: 'ai-agent', agent: 'Atlas', detail: null } as const;
  const { steps } = prepareTicketPanel(
    aVerdict({
      steps: [
        { ...step, at: '2026-03-02T09:00:00Z', who: 'requester', agent: null, what: 'opened' },
        { ...step, at: '2026-03-02T09:00:40Z', what: 'commented' },
        {
          ...step,
          at: '2026-03-02T09:01:00Z',
          who: 'automation',
          agent: null,
          what: 'status',
          detail: 'Waiting for customer',
        },
        { ...step, at: '2026-03-02T09:02:00Z', what: 'handed-off', detail: 'low-confidence' },
        { ...step, at: '2026-03-05T09:02:00Z', episode: 9, agent: null, what: 'run-resolved' },
      ],
    }),
    NAMES,
    FORMATS,
  );

  it('says who did what, and how long after the opening', () => {
    expect(steps.map(({ when, sentence }) => `${plain(when)} | ${sentence}`)).toEqual([
      '2 Mar, 10:00 | The requester opened the ticket',
      '+40 s | Atlas replied',
      '+1 min | An automation moved it to Waiting for customer',
      '+2 min | Atlas handed it to people: the confidence was below the threshold',
      '5 Mar, 10:02 | The AI reported it solved',
    ]);
  });

  it('keeps the exact time for hovering, and marks AI and beginnings', () => {
    expect(steps[1]).toMatchObject({
      exact: expect.stringMatching(/^Monday,? 2 March 2026 at 10:00:40 CET$/) as unknown,
      iso: '2026-03-02T09:00:40Z',
      isAi: true,
      isStart: false,
    });
    expect(steps[0]).toMatchObject({ isAi: false, isStart: true });
    expect(new Set(steps.map(({ key }) => key)).size).toBe(5);
  });
});

describe('changesIssue', () => {
  it.each([
    [{ issueId: '10007', projectId: '1' }, true],
    [{ issueId: 10007 }, true],
    [{ issueId: '10008' }, false],
    [{}, true],
    [undefined, true],
  ])('of %j is %s', (payload, expected) => {
    expect(changesIssue(payload, '10007')).toBe(expected);
  });

  it('does not compare an id with a key', () => {
    expect(changesIssue({ issueId: '10008' }, 'IT-7')).toBe(true);
  });
});
