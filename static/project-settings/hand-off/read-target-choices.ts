import type { Source } from '../../../src/contract';
import type { Host, JiraAnswer } from '../../shared/host';
import { asArray, asRecord, asText } from '../../shared/read-json';

/** Something of Jira's that tickets can be routed to. */
export interface JiraChoice {
  readonly id: string;
  readonly name: string;
}

export interface TargetChoices {
  /** Where the desk is: incidents have no assignee, status or label to be handed to. */
  readonly source: Source;
  readonly people: readonly JiraChoice[];
  readonly priorities: readonly JiraChoice[];
  /** Of the project's tickets, each once. */
  readonly statuses: readonly JiraChoice[];
  /** By name: groups are kept so. */
  readonly groups: readonly string[];
  /** Fields that hold a group; empty where the site routes by none. */
  readonly groupFields: readonly JiraChoice[];
}

const MAX_LISTED = 1_000;

/** Whom and what a ticket of the project can be handed to, as the viewer sees it. */
export async function readTargetChoices(
  { askJira }: Pick<Host, 'askJira'>,
  project: string,
): Promise<TargetChoices> {
  const of = encodeURIComponent(project);
  const [people, priorities, types, groups, fields] = await Promise.all(
    [
      `/rest/api/3/user/assignable/search?project=${of}&query=&maxResults=${MAX_LISTED}`,
      '/rest/api/3/priority',
      `/rest/api/3/project/${of}/statuses`,
      `/rest/api/3/groups/picker?maxResults=${MAX_LISTED}`,
      '/rest/api/3/field',
    ].map(async (path) => answerOf(await askJira(path))),
  );
  const statuses = asArray(types).flatMap((type) => asArray(asRecord(type)['statuses']));
  return {
    source: 'jira',
    people: choicesOf(asArray(people), 'accountId', 'displayName'),
    priorities: choicesOf(asArray(priorities)),
    statuses: choicesOf(statuses),
    groups: choicesOf(asArray(asRecord(groups)['groups']), 'groupId').map(({ name }) => name),
    groupFields: choicesOf(asArray(fields).filter(holdsGroup)),
  };
}

/** A refusal is no empty list. */
function answerOf({ status, body }: JiraAnswer): unknown {
  if (status !== 200) throw new Error(`Jira answered ${status} to a question for choices`);
  return body;
}

const holdsGroup = (field: unknown): boolean =>
  asRecord(asRecord(field)['schema'])['type'] === 'group';

function choicesOf(
  entities: readonly unknown[],
  idKey = 'id',
  nameKey = 'name',
): readonly JiraChoice[] {
  const byId = new Map<string, string>();
  for (const entity of entities) {
    const [id, name] = [asText(asRecord(entity)[idKey]), asText(asRecord(entity)[nameKey])];
    if (id !== null && name !== null) byId.set(id, name);
  }
  return [...byId].map(([id, name]) => ({ id, name }));
}
