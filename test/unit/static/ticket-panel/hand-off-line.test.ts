import { HAND_OFF_REASONS } from '../../../../src/domain/escalation/decision';
import type { HandOffView, TicketVerdictEpisode } from '../../../../src/contract';
import { reasonWords } from '../../../../static/shared/texts/reason-words';
import { handOffSentence } from '../../../../static/ticket-panel/hand-off-sentence';
import { prepareTicketPanel } from '../../../../static/ticket-panel/prepare-ticket-panel';
import { aVerdict, anEpisode, FORMATS, GERMAN, plain } from '../builders';

const aHandOff = (some: Partial<HandOffView> = {}): HandOffView => ({
  at: '2026-03-02T08:04:00Z',
  reason: 'low-confidence',
  state: 'done',
  problem: null,
  ...some,
});
const line = (some: Partial<HandOffView>): string =>
  plain(handOffSentence(aHandOff(some), FORMATS));
const current = (some: Partial<TicketVerdictEpisode>) =>
  prepareTicketPanel(aVerdict({ episodes: [anEpisode(some)] }), new Map(), FORMATS).current;
const confidence = (some: Partial<TicketVerdictEpisode>): string | undefined =>
  current(some)
    ?.facts.filter(({ name }) => name === 'Confidence')
    .map(({ value }) => plain(value))[0];

describe('the line about a hand-off', () => {
  it.each([
    [{}, 'Handed to people on 2 Mar 2026, 09:04: the confidence was below the threshold.'],
    [
      { state: 'under-way', reason: 'no-confidence' },
      'Being handed to people since 2 Mar 2026, 09:04: it did not report its confidence.',
    ],
    [
      { state: 'called-off', reason: 'risk-never' },
      'Was to be handed to people on 2 Mar 2026, 09:04 (such requests belong to people), but was done before they were told.',
    ],
    [
      { state: 'waiting', problem: 'source-unavailable' },
      'To be handed to people since 2 Mar 2026, 09:04: the confidence was below the threshold. It waits: Jira is busy or does not answer. The app tries again by itself.',
    ],
    [
      { state: 'waiting', problem: 'refused:assignee,customfield_10050' },
      'To be handed to people since 2 Mar 2026, 09:04: the confidence was below the threshold. It waits: Jira refused the assignee, customfield_10050. The app tries again by itself.',
    ],
  ] as const)('of %j', (some, sentence) => {
    expect(line(some)).toBe(sentence);
  });

  it('says that something went wrong when it does not know what', () => {
    expect(line({ state: 'waiting', problem: 'new-kind' })).toContain('something went wrong');
  });

  it.each(HAND_OFF_REASONS)('has words for %s in both languages', (reason) => {
    const [english, german] = [reasonWords(reason, FORMATS.t), reasonWords(reason, GERMAN.t)];
    expect(english).not.toBeNull();
    expect(german).not.toBeNull();
    expect(german).not.toBe(english);
  });
});

describe('the summary of a ticket that was handed off', () => {
  it('tells the reason once, with the hand-off', () => {
    const episode = { rule: 'escalated', outcome: 'escalated', reason: 'low-confidence' } as const;
    expect(current({ ...episode, handOff: aHandOff() })).toMatchObject({ reason: null });
    expect(current(episode)).toMatchObject({
      handOff: null,
      reason: 'Reason: the confidence was below the threshold.',
    });
  });

  it('tells the confidence against the threshold, and when none was reported', () => {
    expect(confidence({ confidence: 0.62, threshold: 0.8 })).toBe('62% (threshold 80%)');
    expect(confidence({ confidence: 0.62 })).toBe('62%');
    expect(confidence({ confidence: null, threshold: 0.8 })).toBeUndefined();
    const handOff = aHandOff({ reason: 'no-confidence' });
    expect(confidence({ confidence: null, threshold: 0.8, handOff })).toBe(
      'not reported (threshold 80%)',
    );
  });
});
