import type { Host } from '../host';
import { asArray, asRecord, asText } from '../read-json';

const ACCOUNTS_PER_REQUEST = 100;

/** Display names by account id, as Jira shows them to the viewer; unknown accounts are left out. */
export async function readAccountNames(
  { askJira }: Pick<Host, 'askJira'>,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const distinct = [...new Set(accountIds)];
  for (let i = 0; i < distinct.length; i += ACCOUNTS_PER_REQUEST) {
    const ids = distinct.slice(i, i + ACCOUNTS_PER_REQUEST);
    const query = new URLSearchParams(ids.map((id): [string, string] => ['accountId', id]));
    query.set('maxResults', String(ids.length));
    const { body } = await askJira(`/rest/api/3/user/bulk?${query.toString()}`);
    for (const user of asArray(asRecord(body)['values'])) {
      const { accountId, displayName } = asRecord(user);
      const [id, name] = [asText(accountId), asText(displayName)];
      if (id !== null && name !== null) names.set(id, name);
    }
  }
  return names;
}
