import type { AttentionTicket } from '../../../../src/contract';
import { holdTickets } from '../../../../static/queue-page/attention/hold-tickets';
import { prepareAttention } from '../../../../static/queue-page/attention/prepare-attention';
import { prepareRows } from '../../../../static/queue-page/attention/prepare-rows';
import { FORMATS, GERMAN, aDesk, aRate, aScore } from '../builders';

const aTicket = (issueId: string, some: Partial<AttentionTicket> = {}): AttentionTicket => ({
  issueId,
  record: null,
  episode: 0,
  outcome: 'reversed',
  rule: 'reopened',
  reason: null,
  agent: 'Atlas',
  decidedAt: '2026-03-08T09:00:00Z',
  resolvedAt: '2026-03-08T09:00:00Z',
  ...some,
});
const ids = (tickets: readonly AttentionTicket[]) => tickets.map(({ issueId }) => issueId);

describe('prepareAttention', () => {
  const tickets = [aTicket('11'), aTicket('12'), aTicket('11', { episode: 1 })];
  const desk = aDesk({
    attention: [
      { kind: 'ambiguous', total: 0, tickets: [] },
      { kind: 'reversed', total: 3, tickets },
      { kind: 'escalated-open', total: 1_204, tickets: [aTicket('13')] },
    ],
  });

  it('lists what came back first, then who waits, then what is unclear', () => {
    expect(prepareAttention(desk, FORMATS)?.lists.map(({ label }) => label)).toEqual([
      'Reversed 3',
      'Escalated, still open 1,204',
      'Ambiguous 0',
    ]);
  });

  it('says that an empty list is empty, and searches for nothing', () => {
    expect(prepareAttention(desk, FORMATS)?.lists[2]).toMatchObject({
      meaning: 'Nothing was left unclear in this period.',
      search: null,
    });
  });

  it('searches for each ticket once, however often it came back', () => {
    expect(prepareAttention(desk, FORMATS)?.lists[0]?.search).toEqual({
      label: 'All 2 in Jira',
      issueIds: ['11', '12'],
    });
  });

  it('says when the search names only the first of a long list', () => {
    expect(prepareAttention(desk, FORMATS)?.lists[1]?.search?.label).toBe(
      'The first 1 of 1,204 in Jira',
    );
  });

  it('tells of accounts that nobody has classified, once', () => {
    const score = aScore({ unknownTouched: aRate(1, 20) });
    expect(prepareAttention({ ...desk, score }, FORMATS)?.unknownActors).toContain(
      'acted in 5% of decided tickets (1 of 20)',
    );
    expect(prepareAttention(desk, FORMATS)?.unknownActors).toBeNull();
  });

  it('is left out of an answer without lists', () => {
    expect(prepareAttention(aDesk(), FORMATS)).toBeNull();
  });
});

describe('holdTickets', () => {
  const [a, b, c, d, e, f] = ['1', '2', '3', '4', '5', '6'].map((id) => aTicket(id));
  const of = (...list: readonly (AttentionTicket | undefined)[]) =>
    list.filter((each) => each !== undefined);

  it('shows the first five', () => {
    const { shown, isBehind } = holdTickets([], of(a, b, c, d, e, f));
    expect([ids(shown), isBehind]).toEqual([['1', '2', '3', '4', '5'], false]);
  });

  it('leaves rows where they are when a ticket arrives above them, and says so', () => {
    const { shown, isBehind } = holdTickets(['2#0', '3#0'], of(a, b, c));
    expect([ids(shown), isBehind]).toEqual([['2', '3', '1'], true]);
    const full = holdTickets(['2#0', '3#0', '4#0', '5#0', '6#0'], of(a, b, c, d, e, f));
    expect([ids(full.shown), full.isBehind]).toEqual([['2', '3', '4', '5', '6'], true]);
  });

  it('drops what left the list and fills up at the end', () => {
    const { shown, isBehind } = holdTickets(['1#0', '2#0', '3#0'], of(a, c, d));
    expect([ids(shown), isBehind]).toEqual([['1', '3', '4'], false]);
  });

  it('tells the episodes of one ticket apart', () => {
    const again = aTicket('1', { episode: 1 });
    expect(holdTickets(['1#1'], of(a, again)).shown).toEqual([again, a]);
  });
});

describe('prepareRows', () => {
  const issues = new Map([['11', { key: 'IT-1', summary: 'VPN drops', status: 'Open' }]]);
  const whyOf = (some: Partial<AttentionTicket>, formats = FORMATS) =>
    prepareRows([aTicket('11', some)], { status: 'read', issues }, '2026-03-10T09:00:00Z', formats)
      .rows[0]?.why;

  it.each<[Partial<AttentionTicket>, string]>([
    [{}, 'Resolved by Atlas 2 d ago, then reopened'],
    [{ agent: null }, 'Resolved by the AI 2 d ago, then reopened'],
    [{ rule: 'repeat-contact' }, 'Resolved by Atlas 2 d ago, then the requester came back'],
    [
      { outcome: 'ambiguous', rule: 'rejected-by-rating' },
      'Resolved by Atlas 2 d ago; the rating says otherwise',
    ],
    [
      { outcome: 'ambiguous', rule: 'closed-by-automation' },
      'Closed by an automation 2 d ago; nothing shows that it was solved',
    ],
    [{ outcome: 'ambiguous', rule: 'unanswered' }, 'Closed 2 d ago without an answer from Atlas'],
    [
      { outcome: 'escalated', rule: 'escalated', reason: 'low-confidence', resolvedAt: null },
      'Went from Atlas to people 2 d ago: the confidence was below the threshold',
    ],
    [
      { outcome: 'ambiguous', rule: 'overridden', reason: 'Seen on the phone' },
      'Set by hand 2 d ago: “Seen on the phone”',
    ],
    // The reason of a reopening only repeats the rule.
    [{ reason: 'reopened' }, 'Resolved by Atlas 2 d ago, then reopened'],
    [
      { decidedAt: null, resolvedAt: null },
      'The AI resolved it, then it was reopened or the requester came back.',
    ],
  ])('says of %j: %s', (some, why) => {
    expect(whyOf(some)).toBe(why);
  });

  it('says it in German', () => {
    expect(whyOf({ agent: null }, GERMAN)).toBe(
      'Von der KI gelöst (vor 2 Tagen), dann erneut geöffnet',
    );
  });

  it('counts and names tickets that the viewer may not see, and tells nothing of them', () => {
    const tickets = [
      aTicket('11'),
      aTicket('99', { rule: 'overridden', reason: 'Salary of a person' }),
    ];
    const { rows, hidden } = prepareRows(
      tickets,
      { status: 'read', issues },
      '2026-03-10T09:00:00Z',
      FORMATS,
    );
    expect(rows[1]).toEqual({
      key: '99#0',
      issue: null,
      isLoading: false,
      instead: 'A ticket you may not see',
      why: null,
      exact: null,
    });
    expect(rows[0]?.issue?.key).toBe('IT-1');
    expect(hidden).toBe('1 ticket in this list is hidden from you; it is counted all the same.');
  });

  it.each(['loading', 'failed'] as const)('hides nothing while it is %s', (status) => {
    const { rows, hidden } = prepareRows(
      [aTicket('11')],
      { status, issues: new Map() },
      '2026-03-10T09:00:00Z',
      FORMATS,
    );
    expect([rows[0]?.instead, rows[0]?.isLoading, hidden]).toEqual([
      null,
      status === 'loading',
      null,
    ]);
    expect(rows[0]?.why).not.toBeNull();
  });

  it('keeps what it knows while Jira is asked for a ticket that joined the list', () => {
    const { rows, hidden } = prepareRows(
      [aTicket('11'), aTicket('12')],
      { status: 'loading', issues },
      '2026-03-10T09:00:00Z',
      FORMATS,
    );
    expect(rows.map(({ issue, isLoading, instead }) => [issue?.key, isLoading, instead])).toEqual([
      ['IT-1', false, null],
      [undefined, true, null],
    ]);
    expect(hidden).toBeNull();
  });
});
