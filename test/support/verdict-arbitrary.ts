import * as fc from 'fast-check';

import { OUTCOMES, RULES } from '../../src/domain/outcome/outcome';
import type { Verdict } from '../../src/domain/outcome/verdict';
import { durationMs, epochMs, HOUR_MS } from '../../src/domain/time';
import { T0 } from './timeline-builder';

/** When maturity is looked at in tests of generated verdicts. */
export const AS_OF = epochMs(T0 + 100 * HOUR_MS);

/** Hours around `AS_OF`; the edge itself comes often. */
const maturesAt = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 200 }).map((hour) => T0 + hour * HOUR_MS) },
  fc.constantFrom(AS_OF - 1, AS_OF, AS_OF + 1),
);

/**
 * Any verdict that a tally can meet, and more: whatever goes with whatever, as long as only what is
 * open or excluded can be undecided, and what is undecided does not mature.
 */
export const anyVerdict: fc.Arbitrary<Verdict> = fc
  .record({
    outcome: fc.constantFrom(...OUTCOMES),
    rule: fc.constantFrom(...RULES),
    firstContact: fc.boolean(),
    isResolved: fc.boolean(),
    maturesAt: fc.option(maturesAt, { freq: 4 }),
    aiAgentId: fc.option(fc.constantFrom('bot', 'Bot', 'bot-2'), { freq: 3 }),
    confidence: fc.option(fc.constantFrom(0.25, 0.5, 0.75), { freq: 2 }),
    isTouchedByUnknown: fc.boolean(),
    hasRepeatContact: fc.option(fc.boolean()),
    rating: fc.option(fc.constantFrom(1, 2, 3, 4, 5)),
    episodeMs: fc.oneof(
      fc.constantFrom(0, 1, 60_000),
      fc.double({ min: 0, max: 23, noNaN: true }).map((power) => Math.round(Math.exp(power))),
    ),
  })
  .map(({ maturesAt: matures, ...fields }) => {
    const canBeUndecided = fields.outcome === 'open' || fields.outcome === 'excluded';
    return { ...fields, at: matures ?? (canBeUndecided ? null : AS_OF) };
  })
  .map(({ isResolved, at, episodeMs, ...fields }): Verdict => ({
    ...fields,
    ordinal: 0,
    reason: null,
    evidence: null,
    openedAt: T0,
    resolvedAt: isResolved ? epochMs(T0 + episodeMs) : null,
    decidedAt: at === null ? null : epochMs(at - HOUR_MS),
    maturesAt: at === null ? null : epochMs(at),
    episodeMs: isResolved ? durationMs(episodeMs) : null,
    activeMs: isResolved ? durationMs(episodeMs) : null,
    businessMs: null,
    machineMs: isResolved ? durationMs(episodeMs) : null,
  }));
