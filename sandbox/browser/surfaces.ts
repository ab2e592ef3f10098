import type { Frame } from 'playwright-core';

export type Role = 'agent' | 'otherAgent' | 'projectAdmin' | 'siteAdmin' | 'customer';

/** A site with a desk to look at. */
export interface SurfaceSite {
  /** Of the page, e.g. `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** Key of the desk. */
  readonly project: string;
  /** Account ids. */
  readonly people: Readonly<Record<Role, string>>;
  /** Key of a ticket of the desk by the outcome in its tag, e.g. `pending`. */
  readonly ticketOf: (outcome: string) => string;
}

/** One state of one of the app's panels. */
export interface Surface {
  /** Of its picture and in tests, e.g. `project-page-trends`. */
  readonly name: string;
  /** Who looks at it, among those who may. */
  readonly role: Role;
  /** Address in the page. */
  readonly hash: (site: SurfaceSite) => string;
  /** Of its frame: the title of the module. */
  readonly title: string;
  /** What the gadget is set to; null before that, when Jira shows its edit view. */
  readonly gadget?: (site: SurfaceSite) => Readonly<Record<string, unknown>> | null;
  /** What a person does there first, e.g. opening an editor. */
  readonly act?: (panel: Frame) => Promise<void>;
}

const reportAt =
  (path: string) =>
  ({ project }: SurfaceSite): string =>
    `#/${project}/apps/project-page${path}`;

const report = (name: string, path: string): Surface => ({
  name,
  role: 'agent',
  hash: reportAt(path),
  title: 'AI outcomes report',
});

const administration = (name: string, path: string): Surface => ({
  name,
  role: 'siteAdmin',
  hash: () => `#/admin/apps/admin-page${path}`,
  title: 'Firstline',
});

/** Every panel in the states that are worth a look; add a line for another. */
export const SURFACES: readonly Surface[] = [
  {
    name: 'queue-page',
    role: 'agent',
    hash: ({ project }) => `#/${project}/ai-outcomes`,
    title: 'AI outcomes',
  },
  {
    name: 'ticket-panel',
    role: 'agent',
    hash: ({ ticketOf }) => `#/browse/${ticketOf('ai-resolved')}`,
    title: 'AI outcome',
  },
  {
    name: 'ticket-panel-override',
    role: 'projectAdmin',
    hash: ({ ticketOf }) => `#/browse/${ticketOf('ai-resolved')}`,
    title: 'AI outcome',
    act: async (panel) => {
      await panel.getByRole('button', { name: 'Override…' }).click();
      await panel.locator('form').waitFor();
    },
  },
  report('project-page-overview', ''),
  report('project-page-trends', '/trends'),
  report('project-page-breakdown', '/breakdown'),
  report('project-page-tickets', '/tickets'),
  report('project-page-compare', '/compare'),
  {
    name: 'global-page',
    role: 'siteAdmin',
    hash: ({ project }) => `#/apps/global-page?reference=${project}`,
    title: 'Firstline desks',
  },
  {
    name: 'gadget',
    role: 'agent',
    hash: () => '#/dashboard',
    title: 'AI service-desk KPI',
    gadget: ({ project }) => ({
      project,
      view: 'numbers',
      kpis: ['aiResolution', 'firstContactResolution', 'mttr', 'reversal'],
      periodDays: 30,
      refresh: 15,
    }),
  },
  {
    name: 'gadget-trend',
    role: 'agent',
    hash: () => '#/dashboard',
    title: 'AI service-desk KPI',
    gadget: ({ project }) => ({
      project,
      view: 'trend',
      kpis: ['aiResolution'],
      periodDays: 30,
      refresh: 15,
    }),
  },
  {
    name: 'gadget-edit',
    role: 'agent',
    hash: () => '#/dashboard',
    title: 'AI service-desk KPI',
    gadget: () => null,
  },
  {
    name: 'project-settings',
    role: 'projectAdmin',
    hash: ({ project }) => `#/${project}/settings/apps/project-settings`,
    title: 'AI outcomes',
  },
  {
    name: 'project-settings-hand-off',
    role: 'projectAdmin',
    hash: ({ project }) => `#/${project}/settings/apps/project-settings/hand-off`,
    title: 'AI outcomes',
  },
  administration('admin-page', ''),
  administration('admin-page-servicenow', '/servicenow'),
  administration('admin-page-actors', '/actors'),
  administration('admin-page-telemetry', '/telemetry'),
  administration('admin-page-jobs', '/jobs'),
  administration('admin-page-cost', '/cost'),
];
