import { z } from 'zod';

import { badRequest, JiraFault } from '../fault';
import type { SiteIssue, SiteStatus } from '../model';
import type { Endpoint, EndpointRequest } from './endpoint';
import { statusRef } from './entity-json';
import { readBody } from './read-request';

const TEMPLATE = '/rest/api/3/issue/{issue}/transitions';

/** No transition here has a screen, so that it can set no field. */
const schema = z.strictObject({
  transition: z.looseObject({ id: z.string() }),
  fields: z.strictObject({}).optional(),
  update: z.strictObject({}).optional(),
  historyMetadata: z.unknown().optional(),
});

interface Transition {
  readonly id: string;
  readonly to: SiteStatus;
}

/** The site's workflow is one in which every status can be reached from every other. */
export const transitionEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    template: TEMPLATE,
    handle(request) {
      const { site, asker, query } = request;
      const issue = site.access.issue(asker, request.param('issue'));
      const wanted = query.get('transitionId');
      const transitions = mayMove(request, issue)
        ? transitionsOf(request, issue).filter(({ id }) => wanted === null || id === wanted)
        : [];
      const body = {
        expand: 'transitions',
        transitions: transitions.map(({ id, to }) => ({
          id,
          name: to.name,
          to: statusRef(to, site.baseUrl),
          hasScreen: false,
          isGlobal: true,
          isInitial: false,
          isAvailable: true,
          isConditional: false,
          isLooped: false,
        })),
      };
      return { status: 200, body, coreObjects: 1 };
    },
  },
  {
    method: 'POST',
    template: TEMPLATE,
    handle(request) {
      const { site, asker, accountId } = request;
      const issue = site.access.issue(asker, request.param('issue'));
      const { transition } = readBody(request.body, schema);
      if (!mayMove(request, issue)) {
        throw badRequest('You do not have permission to transition this issue.');
      }
      const found = transitionsOf(request, issue).find(({ id }) => id === transition.id);
      if (found === undefined) {
        throw new JiraFault(
          400,
          `It seems that you have tried to perform an illegal workflow operation: transition id ` +
            `'${transition.id}' is not valid for this issue.`,
        );
      }
      site.limiter.admitWrites([issue.id]);
      site.acting.transition({ by: accountId, issue: issue.id, to: found.to.id });
      return { status: 204 };
    },
  },
];

const mayMove = ({ site, asker }: EndpointRequest, { project }: SiteIssue): boolean =>
  site.access.projectPermissions(asker, project).has('TRANSITION_ISSUES');

/** Jira counts transitions of a workflow in tens, from 11. */
const transitionsOf = ({ site }: EndpointRequest, { status }: SiteIssue): readonly Transition[] =>
  site.store.statuses
    .map((to, index) => ({ id: String(11 + 10 * index), to }))
    .filter(({ to }) => to.id !== status.id);
