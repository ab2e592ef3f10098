import { useQueryClient } from '@tanstack/react-query';

import type { PublishSettingsInput } from '../../src/contract';
import { usePanel } from '../shared/panel';
import { usePanelAct, type PanelAct } from '../shared/use-panel-act';

/**
 * Publishes, and is not done before the page shows what holds now: its own version, or, after a
 * conflict, that of somebody else.
 *
 * @param onPublished - with the version that holds
 */
export function usePublish(onPublished: (version: number) => void): PanelAct<PublishSettingsInput> {
  const { client } = usePanel();
  const queries = useQueryClient();
  return usePanelAct(async (input: PublishSettingsInput) => {
    const answer = await client.publishSettings(input);
    if (answer.ok || answer.error.kind === 'conflict') {
      await queries.invalidateQueries({ queryKey: ['settings'] });
    }
    return answer;
  }, onPublished);
}
