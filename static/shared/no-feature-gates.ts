/**
 * Stands in for `@atlaskit/platform-feature-flags` in the panels' bundle. Atlassian's products roll
 * changes of their components out through it; everywhere else it answers "off" after loading a
 * feature-gate client that is larger than the components themselves.
 */
export const fg = (): boolean => false;
export const getBooleanFF = fg;
export const setBooleanFeatureFlagResolver = (): void => undefined;
