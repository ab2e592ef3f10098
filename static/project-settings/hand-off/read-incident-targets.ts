import type { Client } from '../../shared/client';
import { readServiceNowChoices } from '../../shared/service-now-choices';
import type { Texts } from '../../shared/texts/texts';
import type { TargetChoices } from './read-target-choices';

/** The field of an incident that holds the group it is assigned to. */
const ASSIGNMENT_GROUP = 'assignment_group';
const PRIORITIES = ['1', '2', '3', '4', '5'] as const;

/** Whom an incident of ServiceNow can be handed to. */
export async function readIncidentTargets(
  client: Pick<Client, 'readDeskChoices'>,
  project: string,
  t: Texts,
): Promise<TargetChoices> {
  const { groups } = await readServiceNowChoices(client, project);
  return {
    source: 'servicenow',
    people: [],
    priorities: PRIORITIES.map((id) => ({ id, name: t(`policy.incidentPriority.${id}`) })),
    statuses: [],
    groups,
    groupFields: [{ id: ASSIGNMENT_GROUP, name: t('policy.assignmentGroup') }],
  };
}
