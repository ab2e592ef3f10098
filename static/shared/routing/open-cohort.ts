import type { CohortName, DayRange } from '../../../src/contract';
import type { Host } from '../host';
import { ticketsPath } from './tickets-path';

const PROJECT_PAGE = 'project-page';

/** Leaves for the project page's list of the tickets that a number counts. */
export const openCohort = (
  { navigate }: Pick<Host, 'navigate'>,
  projectKey: string,
  cohort: CohortName,
  period: DayRange,
): Promise<void> =>
  navigate({
    target: 'module',
    moduleKey: PROJECT_PAGE,
    projectKey,
    path: ticketsPath(cohort, period),
  });
