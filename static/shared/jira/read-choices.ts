import type { Host } from '../host';
import { asArray, asRecord, asText } from './read-json';

/** Names of the site's resolutions, as Jira lists them. */
export async function readResolutionNames({ askJira }: Pick<Host, 'askJira'>) {
  const { body } = await askJira('/rest/api/3/resolution');
  return namesOf(asArray(body));
}

/** Names of the statuses that tickets of the project can have, each once. */
export async function readStatusNames({ askJira }: Pick<Host, 'askJira'>, project: string) {
  const { body } = await askJira(`/rest/api/3/project/${encodeURIComponent(project)}/statuses`);
  const statuses = asArray(body).flatMap((type) => asArray(asRecord(type)['statuses']));
  return namesOf(statuses);
}

const namesOf = (entities: readonly unknown[]): readonly string[] => [
  ...new Set(entities.flatMap((entity) => asText(asRecord(entity)['name']) ?? [])),
];
