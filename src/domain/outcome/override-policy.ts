/** Who may set an outcome by hand. */
export const OVERRIDE_POLICIES = ['project-administrators', 'agents'] as const;
export type OverridePolicy = (typeof OVERRIDE_POLICIES)[number];
