import type { RateName } from '../../../src/contract';

/** What the denominator of a rate counts, as the catalogue's texts call it. */
export const RATE_BASIS: Readonly<Record<RateName, 'decided' | 'aiHandled' | 'aiResolution'>> = {
  coverage: 'decided',
  firstContactResolution: 'aiHandled',
  aiResolution: 'aiHandled',
  automation: 'decided',
  escalation: 'aiHandled',
  containment: 'aiHandled',
  containmentGap: 'aiHandled',
  reversal: 'aiResolution',
};
