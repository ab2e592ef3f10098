import type { DeskChoices } from '../../src/contract';
import type { Client } from './client';

/** What the settings of a ServiceNow desk choose from. A refusal is no empty list. */
export async function readServiceNowChoices(
  client: Pick<Client, 'readDeskChoices'>,
  project: string,
): Promise<DeskChoices> {
  const answer = await client.readDeskChoices({ project });
  if (!answer.ok)
    throw new Error(`The app answered ${answer.error.kind} to a question for choices`);
  return answer.value;
}

export const readStateNames = async (
  client: Pick<Client, 'readDeskChoices'>,
  project: string,
): Promise<readonly string[]> => (await readServiceNowChoices(client, project)).states;
