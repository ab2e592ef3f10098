/** Times to resolve that screens show with their mean: of all, of the AI and of people. */
export const MTTR_NAMES = ['episode', 'ai', 'human'] as const;
export type MttrName = (typeof MTTR_NAMES)[number];

/** One value for each of them. */
export const perMttr = <T>(valueOf: (name: MttrName) => T): Readonly<Record<MttrName, T>> => ({
  episode: valueOf('episode'),
  ai: valueOf('ai'),
  human: valueOf('human'),
});
