import type { ControlBackfillInput } from '../../src/contract';
import { usePanel } from '../shared/panel';
import { usePanelAct, type PanelAct } from '../shared/use-panel-act';

export function useBackfillControl(onDone?: () => void): PanelAct<ControlBackfillInput> {
  const { client } = usePanel();
  return usePanelAct((input: ControlBackfillInput) => client.controlBackfill(input), onDone);
}
