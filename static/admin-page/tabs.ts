/** Parts of administration, each at a path of its own. */
export const ADMIN_TABS = [
  'desks',
  'servicenow',
  'actors',
  'telemetry',
  'jobs',
  'cost',
  'export',
] as const;
export type AdminTab = (typeof ADMIN_TABS)[number];

/** The first for a path that names none. */
export const tabOf = (pathname: string): AdminTab =>
  ADMIN_TABS.find((tab) => pathname === `/${tab}`) ?? 'desks';

export const pathOf = (tab: AdminTab): string => `/${tab}`;
