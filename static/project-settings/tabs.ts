/** Parts of a desk's settings, each at a path of its own. */
export const SETTINGS_TABS = ['measurement', 'hand-off'] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];

/** The first for a path that names none. */
export const tabOf = (pathname: string): SettingsTab =>
  SETTINGS_TABS.find((tab) => pathname === `/${tab}`) ?? 'measurement';

export const pathOf = (tab: SettingsTab): string => `/${tab}`;
