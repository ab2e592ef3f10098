/**
 * How far a hand-off has got. Each step is written down after it was done, and can be done again.
 * `called-off`: the ticket was done or gone before people were told; there was nothing left to hand off.
 */
export const HAND_OFF_STEPS = ['due', 'commented', 'routed', 'recorded', 'called-off'] as const;
export type HandOffStep = (typeof HAND_OFF_STEPS)[number];

/** Nothing is left to do of a hand-off that got this far. */
export const isFinished = (step: HandOffStep): boolean =>
  step === 'recorded' || step === 'called-off';
