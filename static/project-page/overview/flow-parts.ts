import type { CohortName, Scorecard } from '../../../src/contract';

export type FlowPartId =
  | 'decided'
  | 'involved'
  | 'without-ai'
  | 'contained'
  | 'escalated'
  | 'durable'
  | 'reversed'
  | 'ambiguous'
  | 'abandoned'
  | 'pending';

/** A part of the decided and mature tickets; the parts of a level lie under those they are of. */
export interface FlowPart {
  readonly id: FlowPartId;
  /** 0 is all of them. */
  readonly level: 0 | 1 | 2 | 3;
  readonly count: number;
  /** Tickets to the left of it, of all. */
  readonly start: number;
  readonly cohort: CohortName;
}

/**
 * Mature tickets only, from the very counts of the rates. Every level adds up to the part above it.
 * Empty without a decided ticket that is mature.
 */
export function flowParts({ rates, outcomes, provisional }: Scorecard): readonly FlowPart[] {
  const decided = rates.coverage?.denominator ?? 0;
  if (decided === 0) return [];
  const involved = rates.coverage?.numerator ?? 0;
  const contained = rates.containment?.numerator ?? 0;
  const durable = rates.aiResolution?.numerator ?? 0;
  const reversed = rates.reversal?.numerator ?? 0;
  // Episodes with one of these outcomes are always decided: what is not provisional is mature.
  const ambiguous = outcomes.ambiguous - provisional.ambiguous;
  const abandoned = outcomes.abandoned - provisional.abandoned;
  const pending = contained - durable - reversed - ambiguous - abandoned;

  return [
    { id: 'decided', level: 0, count: decided, start: 0, cohort: 'base:coverage' },
    ...inARow(1, [
      ['involved', involved, 'rate:coverage'],
      ['without-ai', decided - involved, 'mature:without-ai'],
    ]),
    ...inARow(2, [
      ['contained', contained, 'rate:containment'],
      ['escalated', rates.escalation?.numerator ?? 0, 'rate:escalation'],
    ]),
    ...inARow(3, [
      ['durable', durable, 'rate:aiResolution'],
      ['reversed', reversed, 'rate:reversal'],
      ['ambiguous', ambiguous, 'mature:ambiguous'],
      ['abandoned', abandoned, 'mature:abandoned'],
      ['pending', pending, 'mature:pending'],
    ]),
  ];
}

function inARow(
  level: FlowPart['level'],
  parts: readonly (readonly [FlowPartId, number, CohortName])[],
): readonly FlowPart[] {
  let start = 0;
  return parts.map(([id, count, cohort]) => {
    const part = { id, level, count, start, cohort };
    start += count;
    return part;
  });
}
