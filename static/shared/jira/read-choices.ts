import type { Host, JiraAnswer } from '../host';
import { asArray, asRecord, asText } from '../read-json';

/** Names of the site's resolutions, as Jira lists them. */
export async function readResolutionNames({ askJira }: Pick<Host, 'askJira'>) {
  return namesOf(asArray(answerOf(await askJira('/rest/api/3/resolution'))));
}

/** Names of the statuses that tickets of the project can have, each once. */
export async function readStatusNames({ askJira }: Pick<Host, 'askJira'>, project: string) {
  const types = await askJira(`/rest/api/3/project/${encodeURIComponent(project)}/statuses`);
  const statuses = asArray(answerOf(types)).flatMap((type) => asArray(asRecord(type)['statuses']));
  return namesOf(statuses);
}

/** A refusal is no empty list. */
function answerOf({ status, body }: JiraAnswer): unknown {
  if (status !== 200) throw new Error(`Jira answered ${status} to a question for names`);
  return body;
}

const namesOf = (entities: readonly unknown[]): readonly string[] => [
  ...new Set(entities.flatMap((entity) => asText(asRecord(entity)['name']) ?? [])),
];
