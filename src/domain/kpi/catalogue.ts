import type { RateName } from './scorecard';
import type { DurationName } from './tally';

export interface KpiDefinition {
  readonly title: string;
  readonly unit: 'ratio' | 'ms' | 'rating' | 'count';
  /** One sentence, for README, screens and exports alike. */
  readonly definition: string;
}

/** Every rate of section 5, once. */
export const RATE_CATALOGUE: Readonly<Record<RateName, KpiDefinition>> = {
  coverage: {
    title: 'Coverage',
    unit: 'ratio',
    definition:
      'Episodes in which an AI agent acted, of all decided episodes that are not excluded.',
  },
  firstContactResolution: {
    title: 'First-contact resolution',
    unit: 'ratio',
    definition:
      'Episodes that the AI resolved at first contact and that held for the whole window, of those in which it acted.',
  },
  aiResolution: {
    title: 'AI resolution',
    unit: 'ratio',
    definition:
      'Episodes that the AI resolved and that held for the whole window, of those in which it acted.',
  },
  automation: {
    title: 'Automation',
    unit: 'ratio',
    definition:
      'Episodes that the AI resolved and that held for the whole window, of all that are not excluded.',
  },
  escalation: {
    title: 'Escalation',
    unit: 'ratio',
    definition: 'Episodes that went from the AI to people, of those in which it acted.',
  },
  containment: {
    title: 'Containment',
    unit: 'ratio',
    definition: 'Episodes that did not go to people, of those in which the AI acted.',
  },
  containmentGap: {
    title: 'Containment gap',
    unit: 'ratio',
    definition: 'Containment minus AI resolution: people who vanished.',
  },
  reversal: {
    title: 'Reversal',
    unit: 'ratio',
    definition:
      'AI resolutions that were reopened or followed by a repeat contact within the window, of all that stood until then.',
  },
};

/** Every measure of section 6, once. MTTR is the mean of `episode`. */
export const TIME_CATALOGUE: Readonly<Record<DurationName, KpiDefinition>> = {
  episode: {
    title: 'Time to resolve',
    unit: 'ms',
    definition: 'From the opening or reopening to the resolution: what the requester waits.',
  },
  ai: {
    title: 'Time to resolve, AI',
    unit: 'ms',
    definition: 'Time to resolve of the episodes that the AI resolved.',
  },
  human: {
    title: 'Time to resolve, people',
    unit: 'ms',
    definition: 'Time to resolve of the episodes without AI and of the escalated ones.',
  },
  machine: {
    title: 'Machine time',
    unit: 'ms',
    definition: 'From the first act of the AI to the resolution, where the AI resolved.',
  },
  active: {
    title: 'Active time',
    unit: 'ms',
    definition: 'Time to resolve without the time in states that wait for the requester.',
  },
  business: {
    title: 'Business time',
    unit: 'ms',
    definition: "Time to resolve on the desk's calendar of working hours and holidays.",
  },
  native: {
    title: "The desk's own time to resolve",
    unit: 'ms',
    definition: "From opening to the desk's own resolution field, for reconciliation.",
  },
};
