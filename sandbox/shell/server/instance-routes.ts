import type { ServiceNowInstance } from '../../servicenow/instance';
import type { IncidentDetail, IncidentList } from '../shell-api';
import { IncidentViews } from './incident-views';
import { notFound } from './not-found';
import type { Route } from './route';
import { windowOf } from './window-of';

/** Instances beside the site, to look at: whoever is at the screen sees all of them. */
export function instanceRoutes(instances: readonly ServiceNowInstance[]): readonly Route[] {
  const instanceAt = (host: string): ServiceNowInstance => {
    const instance = instances.find((each) => each.host === host);
    if (instance === undefined) throw notFound();
    return instance;
  };
  return [
    {
      method: 'GET',
      path: /^\/api\/instances\/([^/]+)\/incidents$/,
      handle({ query }, [host = '']): IncidentList {
        const { reading } = instanceAt(host);
        const { startAt, limit } = windowOf(query);
        const incidents = [...reading.incidents()].sort((a, b) =>
          (a['opened_at'] ?? '') < (b['opened_at'] ?? '') ? 1 : -1,
        );
        const views = new IncidentViews(reading);
        const page = incidents.slice(startAt, startAt + limit);
        return { total: incidents.length, incidents: page.map((row) => views.rowOf(row)) };
      },
    },
    {
      method: 'GET',
      path: /^\/api\/instances\/([^/]+)\/incidents\/([^/]+)$/,
      handle(_, [host = '', sysIdOrNumber = '']): IncidentDetail {
        const { reading } = instanceAt(host);
        const row = reading.incident(sysIdOrNumber);
        if (row === null) throw notFound();
        return new IncidentViews(reading).detailOf(row);
      },
    },
  ];
}
