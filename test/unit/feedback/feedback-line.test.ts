import { cutParts } from '../../../src/domain/feedback/cut-parts';
import { feedbackLine, type FeedbackSource } from '../../../src/domain/feedback/feedback-line';
import { placeOfRun } from '../../../src/domain/feedback/place-of-run';
import { toolUses } from '../../../src/domain/feedback/tool-uses';
import { epochMs } from '../../../src/domain/time';
import { anEpisode } from '../../contract/stored-examples';
import { aRun } from '../../support/runs';
import { T0 } from '../../support/timeline-builder';

const source = (over: Partial<FeedbackSource> = {}): FeedbackSource => ({
  runId: 'a'.repeat(32),
  agentId: 'bot-account',
  deskId: 'jira:10000',
  ticketId: 'jira:10007',
  run: aRun({
    evaluations: [
      { name: 'relevance', score: 0.9, label: 'pass' },
      { name: 'tone', score: null, label: 'Dear Mrs Smith was rude' },
    ],
  }),
  attempt: 2,
  episode: anEpisode('jira:10007', {
    ordinal: 1,
    requestType: 'VPN access',
    priority: 'High',
    outcome: 'escalated',
    rule: 'escalated',
    reason: 'low-confidence',
    evidence: null,
    firstContact: false,
    decidedAt: epochMs(T0 + 60_000),
    maturesAt: epochMs(T0 + 100_000),
  }),
  correction: null,
  handOffReason: 'low-confidence',
  asOf: epochMs(T0 + 100_000),
  ...over,
});

describe('a line of feedback', () => {
  it('tells a run, what was known of it, and what became of it', () => {
    expect(feedbackLine(source())).toEqual({
      format: 'firstline-feedback',
      formatVersion: 1,
      runId: 'a'.repeat(32),
      agentId: 'bot-account',
      deskId: 'jira:10000',
      ticketId: 'jira:10007',
      episode: 1,
      startedAt: '2026-03-02T09:00:00.000Z',
      endedAt: '2026-03-02T09:00:40.000Z',
      isComplete: true,
      features: {
        requestType: 'VPN access',
        priority: 'High',
        attempt: 2,
        models: ['some-model'],
        modelCalls: 2,
        inputTokens: 1_200,
        outputTokens: 80,
        costUsd: null,
        durationMs: 40_000,
        toolCalls: 2,
        toolFailures: 1,
        tools: [
          { tool: 'reset_vpn', calls: 1, failures: 1, errorTypes: ['timeout'] },
          { tool: 'lookup_account', calls: 1, failures: 0, errorTypes: [] },
        ],
        verifiedActions: 1,
        confidence: 0.62,
        evaluations: [
          { name: 'relevance', score: 0.9, label: 'pass' },
          // A sentence is nobody's label.
          { name: 'tone', score: null, label: null },
        ],
      },
      claim: { result: 'unresolved', handOffReason: null },
      label: {
        outcome: 'escalated',
        rule: 'escalated',
        reason: 'low-confidence',
        evidence: null,
        isFirstContact: false,
        decidedAt: '2026-03-02T09:01:00.000Z',
        isMature: true,
      },
      correction: null,
      handOff: { reason: 'low-confidence' },
    });
  });

  it('is mature from the end of the window on, not before', () => {
    const before = feedbackLine(source({ asOf: epochMs(T0 + 99_999) }));
    expect(before.label.isMature).toBe(false);
    const open = anEpisode('jira:1', { outcome: 'open', rule: 'open', maturesAt: null });
    expect(feedbackLine(source({ episode: open })).label.isMature).toBe(false);
  });

  it('tells what a person decided and when, and nothing of what they wrote', () => {
    const line = feedbackLine(
      source({
        episode: anEpisode('jira:1', {
          outcome: 'ambiguous',
          rule: 'overridden',
          reason: 'Smith',
        }),
        correction: { outcome: 'ambiguous', at: epochMs(T0 + 90_000) },
        handOffReason: null,
      }),
    );
    expect(line).toMatchObject({
      label: { outcome: 'ambiguous', rule: 'overridden', reason: null },
      correction: { outcome: 'ambiguous', at: '2026-03-02T09:01:30.000Z' },
      handOff: null,
    });
    expect(JSON.stringify(line)).not.toContain('Smith');
  });

  it.each([
    ['agent-escalated', 'agent-escalated'],
    ['missing-permission', 'missing-permission'],
    ['Ask Mrs Smith', null],
    ['x'.repeat(65), null],
    [null, null],
  ])('takes %j as the reason %j', (reason, told) => {
    const episode = anEpisode('jira:1', { rule: 'escalated', reason });
    const line = feedbackLine(source({ episode, run: aRun({ handOffReason: reason }) }));
    expect([line.label.reason, line.claim.handOffReason]).toEqual([told, told]);
  });
});

describe('toolUses', () => {
  it('counts calls and failures by tool, with each class of error once', () => {
    const step = (tool: string, errorType: string | null) => ({
      tool,
      startedAt: T0,
      endedAt: T0,
      hasFailed: errorType !== null,
      errorType,
    });
    const steps = [step('a', 'E1'), step('b', null), step('a', 'E2'), step('a', 'E1')];
    expect(toolUses([...steps, step('a', null)])).toEqual([
      { tool: 'a', calls: 4, failures: 3, errorTypes: ['E1', 'E2'] },
      { tool: 'b', calls: 1, failures: 0, errorTypes: [] },
    ]);
  });
});

describe('placeOfRun', () => {
  const episodes = [{ openedAt: T0 }, { openedAt: epochMs(T0 + 100) }];
  const at = (ms: number, runId: string) => ({ runId, endedAt: epochMs(T0 + ms) });
  const attempts = [at(120, 'd'), at(-5, 'a'), at(100, 'c'), at(100, 'b'), at(50, 'e')];
  const placeOf = (ms: number, runId: string) => {
    const place = placeOfRun(at(ms, runId), episodes, attempts);
    return place === null ? null : [episodes.indexOf(place.episode), place.attempt];
  };

  it('is the episode that had begun, and the runs of it that ended before', () => {
    expect(placeOf(-5, 'a')).toEqual([0, 1]);
    expect(placeOf(50, 'e')).toEqual([0, 2]);
    // Of two that ended at once, the order of their ids decides.
    expect(placeOf(100, 'b')).toEqual([1, 1]);
    expect(placeOf(100, 'c')).toEqual([1, 2]);
    expect(placeOf(120, 'd')).toEqual([1, 3]);
  });

  it('is none where the ticket has no episode', () => {
    expect(placeOfRun(at(0, 'a'), [], attempts)).toBeNull();
  });
});

describe('cutParts', () => {
  it('fills parts with whole lines, and keeps what is not enough for one', () => {
    expect(cutParts('', ['aa', 'bb', 'c'], 6)).toEqual({ parts: ['aa\nbb\n'], rest: 'c\n' });
    expect(cutParts('c\n', ['dd', 'e'], 6)).toEqual({ parts: ['c\ndd\n'], rest: 'e\n' });
    expect(cutParts('c\n', [], 6)).toEqual({ parts: [], rest: 'c\n' });
    expect(cutParts('', [], 6)).toEqual({ parts: [], rest: '' });
  });

  it('counts bytes, not characters', () => {
    expect(cutParts('', ['ää', 'b'], 6)).toEqual({ parts: ['ää\n'], rest: 'b\n' });
  });

  it('gives a line that is too large a part of its own', () => {
    expect(cutParts('a\n', ['1234567890', 'b'], 6)).toEqual({
      parts: ['a\n', '1234567890\n'],
      rest: 'b\n',
    });
  });
});
