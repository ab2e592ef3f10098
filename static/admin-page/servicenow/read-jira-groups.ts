import type { Host } from '../../shared/host';
import { asArray, asRecord, asText } from '../../shared/read-json';

export interface JiraGroup {
  readonly groupId: string;
  readonly name: string;
}

const MOST_LISTED = 1_000;

/** Jira's groups that the viewer may see. A refusal is no empty list. */
export async function readJiraGroups({
  askJira,
}: Pick<Host, 'askJira'>): Promise<readonly JiraGroup[]> {
  const { status, body } = await askJira(
    `/rest/api/3/groups/picker?maxResults=${String(MOST_LISTED)}`,
  );
  if (status !== 200) throw new Error(`Jira answered ${String(status)} to a question for groups`);
  return asArray(asRecord(body)['groups']).flatMap((group) => {
    const [groupId, name] = [asText(asRecord(group)['groupId']), asText(asRecord(group)['name'])];
    return groupId === null || name === null ? [] : [{ groupId, name }];
  });
}
