import {
  openSurface as openSurfaceOf,
  type OpenSurface,
  type SurfaceVisit,
} from '../../sandbox/browser/open-surface';
import { SURFACES, type SurfaceSite } from '../../sandbox/browser/surfaces';
import { ticketOf } from '../../sandbox/browser/ticket-of';
import { AGENT, CUSTOMER, OTHER_AGENT, PROJECT_ADMIN, SITE_ADMIN } from '../support/app-world';
import type { OnDesk } from './describe-on-desk';
import type { OpenDesk } from './desk-world';

export const SURFACE_NAMES: readonly string[] = SURFACES.map(({ name }) => name);

/** The test's IT desk, to be looked at. */
const surfaceSite = ({ shell, site }: OpenDesk): SurfaceSite => ({
  origin: shell.url,
  project: 'IT',
  people: {
    agent: AGENT,
    otherAgent: OTHER_AGENT,
    projectAdmin: PROJECT_ADMIN,
    siteAdmin: SITE_ADMIN,
    customer: CUSTOMER,
  },
  ticketOf: (outcome) => ticketOf(site, 'IT', outcome),
});

/**
 * Opens one of the panels by the name of its state, drawn to the end, until the test has ended: for
 * its usual viewer unless for somebody else, in light and at its usual width unless told otherwise.
 */
export function openSurface(
  { browser, desk, keep }: OnDesk<OpenDesk>,
  name: string,
  visit: SurfaceVisit = {},
): Promise<OpenSurface> {
  const surface = SURFACES.find((each) => each.name === name);
  if (surface === undefined) throw new Error(`${name} is none of ${SURFACE_NAMES.join(', ')}`);
  return keep(openSurfaceOf(browser, { site: surfaceSite(desk), surface }, visit));
}
