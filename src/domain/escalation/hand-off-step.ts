/** How far a hand-off has got. Each step is written down after it was done, and can be done again. */
export const HAND_OFF_STEPS = ['due', 'commented', 'routed', 'recorded'] as const;
export type HandOffStep = (typeof HAND_OFF_STEPS)[number];
