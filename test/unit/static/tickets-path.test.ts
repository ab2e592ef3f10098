import { openCohort } from '../../../static/shared/routing/open-cohort';
import { ticketsPath } from '../../../static/shared/routing/tickets-path';
import type { Destination } from '../../../static/shared/host';

const period = { fromDay: '2026-03-03', toDay: '2026-03-10' };

describe('ticketsPath', () => {
  it('names cohort and days', () => {
    expect(ticketsPath('rate:aiResolution', period)).toBe(
      '/tickets?cohort=rate%3AaiResolution&from=2026-03-03&to=2026-03-10',
    );
  });
});

describe('openCohort', () => {
  it("leaves for the project's page", async () => {
    const gone: (Destination | string)[] = [];
    const navigate = (to: Destination | string): Promise<void> => {
      gone.push(to);
      return Promise.resolve();
    };
    await openCohort({ navigate }, 'IT', 'open', period);
    expect(gone).toEqual([
      {
        target: 'module',
        moduleKey: 'project-page',
        projectKey: 'IT',
        path: '/tickets?cohort=open&from=2026-03-03&to=2026-03-10',
      },
    ]);
  });
});
