import type { Endpoint } from './endpoint';
import { priorityRef, resolutionRef, statusRef } from './entity-json';
import { platformSlice } from './platform-page';
import { readList } from './read-request';

/** What issues can be set to: statuses, resolutions, priorities. */
export const catalogueEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: '/rest/api/3/status',
    handle: ({ site }) => ({
      status: 200,
      body: site.store.statuses.map((status) => statusRef(status, site.baseUrl)),
    }),
  },
  {
    method: 'GET',
    template: '/rest/api/3/resolution',
    handle: ({ site }) => ({
      status: 200,
      body: site.store.resolutions.map((resolution) => resolutionRef(resolution, site.baseUrl)),
    }),
  },
  {
    method: 'GET',
    template: '/rest/api/3/resolution/search',
    handle(request) {
      const { site, query } = request;
      const ids = readList(query, 'id');
      const all = site.store.resolutions.filter(({ id }) => ids.length === 0 || ids.includes(id));
      const size = { fallback: 50, max: 50 };
      const { values, envelope } = platformSlice(request, {
        path: '/resolution/search',
        all,
        size,
      });
      return {
        status: 200,
        body: { ...envelope, values: values.map((each) => resolutionRef(each, site.baseUrl)) },
      };
    },
  },
  {
    method: 'GET',
    template: '/rest/api/3/priority',
    handle: ({ site }) => ({
      status: 200,
      body: site.store.priorities.map((priority) => priorityRef(priority, site.baseUrl)),
    }),
  },
];
