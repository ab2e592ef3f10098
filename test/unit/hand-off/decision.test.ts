import * as fc from 'fast-check';

import { decide, HAND_OFF_REASONS } from '../../../src/domain/escalation/decision';
import {
  OPEN_POLICY,
  policyFor,
  type RequestTypePolicy,
} from '../../../src/domain/escalation/policy';
import type { AgentRun, RunStep } from '../../../src/domain/run/agent-run';
import { epochMs, MINUTE_MS } from '../../../src/domain/time';
import { aRun } from '../../support/runs';
import { T0 } from '../../support/timeline-builder';

const OPEN = OPEN_POLICY.fallback;
const SEEDED = { seed: 20_260_302, numRuns: 500 } as const;

const reasonOf = (
  policy: Partial<RequestTypePolicy>,
  run: AgentRun,
  earlier: readonly AgentRun[] = [],
): string => {
  const decision = decide({ ...OPEN, ...policy }, run, { runs: [...earlier, run] });
  return decision.kind === 'proceed' ? 'proceed' : decision.reason;
};

describe('decide', () => {
  it.each<readonly [string, Partial<RequestTypePolicy>, Partial<AgentRun>]>([
    ['risk-never', { riskClass: 'never' }, { confidence: 1 }],
    ['agent-escalated', {}, { result: 'escalated' }],
    ['agent-escalated', {}, { handOffReason: 'missing-permission' }],
    ['tool-not-allowed', { allowedTools: ['lookup_account'] }, {}],
    ['risk-supervised', { riskClass: 'supervised' }, { confidence: 1 }],
    ['too-long', { maximumTimeMs: 39_999 }, {}],
    ['no-confidence', { confidenceThreshold: 0 }, { confidence: null }],
    ['low-confidence', { confidenceThreshold: 0.621 }, {}],
    ['proceed', { confidenceThreshold: 0.62 }, {}],
    ['proceed', { maximumTimeMs: 40_000 }, {}],
    ['proceed', { maximumAttempts: 1 }, {}],
    ['proceed', { allowedTools: ['reset_vpn', 'lookup_account'] }, {}],
    ['proceed', {}, { confidence: 0 }],
    ['proceed', {}, { confidence: null }],
  ])('says %s for %j and %j', (reason, policy, run) => {
    expect(reasonOf(policy, aRun(run))).toBe(reason);
  });

  it('counts the attempts of the episode, and the time from the first of them', () => {
    const earlier = aRun({ startedAt: epochMs(T0 - 10 * MINUTE_MS), endedAt: epochMs(T0) });
    expect(reasonOf({ maximumAttempts: 1 }, aRun(), [earlier])).toBe('too-many-attempts');
    expect(reasonOf({ maximumAttempts: 2 }, aRun(), [earlier])).toBe('proceed');
    expect(reasonOf({ maximumTimeMs: 10 * MINUTE_MS }, aRun(), [earlier])).toBe('too-long');
  });

  it('gives the reason of the agent only when the agent decided', () => {
    const run = aRun({ handOffReason: 'missing-permission' });
    expect(decide(OPEN, run, { runs: [run] })).toMatchObject({ detail: 'missing-permission' });
    expect(decide({ ...OPEN, riskClass: 'never' }, run, { runs: [run] })).toMatchObject({
      detail: null,
    });
  });

  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const step: fc.Arbitrary<RunStep> = fc.record({
    tool: fc.constantFrom('a', 'b', 'c'),
    startedAt: fc.constant(T0),
    endedAt: fc.constant(T0),
    hasFailed: fc.boolean(),
    errorType: fc.constant(null),
  });
  const run: fc.Arbitrary<AgentRun> = fc
    .record({
      lengthMs: fc.nat(600_000),
      result: fc.constantFrom('resolved', 'escalated', 'unresolved', null),
      confidence: fc.option(share),
      handOffReason: fc.option(fc.constant('stuck')),
      steps: fc.array(step, { maxLength: 4 }),
    })
    .map(({ lengthMs, ...over }) => aRun({ ...over, endedAt: epochMs(T0 + lengthMs) }));
  const policy: fc.Arbitrary<RequestTypePolicy> = fc.record({
    confidenceThreshold: fc.option(share),
    riskClass: fc.constantFrom('autonomous', 'supervised', 'never'),
    maximumAttempts: fc.option(fc.integer({ min: 1, max: 4 })),
    maximumTimeMs: fc.option(fc.integer({ min: 1, max: 600_000 })),
    allowedTools: fc.option(fc.subarray(['a', 'b', 'c'])),
    target: fc.constant(OPEN.target),
    costs: fc.constant(null),
  });
  const runs = fc.array(run, { minLength: 1, maxLength: 5 });
  const last = (all: readonly AgentRun[]): AgentRun => all.at(-1) ?? aRun();

  it('never takes a hand-off back when the threshold rises', () => {
    fc.assert(
      fc.property(policy, runs, share, share, (each, all, a, b) => {
        const at = (confidenceThreshold: number) =>
          decide({ ...each, confidenceThreshold }, last(all), { runs: all }).kind;
        return at(Math.min(a, b)) !== 'hand-off' || at(Math.max(a, b)) === 'hand-off';
      }),
      SEEDED,
    );
  });

  it('by an open policy hands off nothing but what the agent itself gives up', () => {
    fc.assert(
      fc.property(runs, fc.string(), (all, requestType) => {
        const decided = decide(policyFor(OPEN_POLICY, requestType), last(all), { runs: all });
        const { result, handOffReason } = last(all);
        const gaveUp = result === 'escalated' || handOffReason !== null;
        return (decided.kind === 'hand-off') === gaveUp;
      }),
      SEEDED,
    );
  });

  it('gives the first reason that applies: without it, a later one or none', () => {
    const opened: Readonly<Record<string, Partial<RequestTypePolicy>>> = {
      'risk-never': { riskClass: 'autonomous' },
      'tool-not-allowed': { allowedTools: null },
      'risk-supervised': { riskClass: 'autonomous' },
      'too-many-attempts': { maximumAttempts: null },
      'too-long': { maximumTimeMs: null },
      'no-confidence': { confidenceThreshold: null },
      'low-confidence': { confidenceThreshold: null },
    };
    const rank = (reason: string): number =>
      reason === 'proceed'
        ? HAND_OFF_REASONS.length
        : HAND_OFF_REASONS.findIndex((each) => each === reason);
    let compared = 0;
    fc.assert(
      fc.property(policy, runs, (each, all) => {
        const reason = reasonOf(each, last(all), all.slice(0, -1));
        const without = opened[reason];
        if (without === undefined) return true;
        compared += 1;
        return rank(reasonOf({ ...each, ...without }, last(all), all.slice(0, -1))) > rank(reason);
      }),
      SEEDED,
    );
    expect(compared).toBeGreaterThan(100);
  });
});
