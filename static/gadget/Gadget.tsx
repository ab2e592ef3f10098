import { Message } from '../shared/components/Message';
import { usePanel } from '../shared/panel';
import { useTexts } from '../shared/texts/use-texts';
import { readGadgetConfig } from './gadget-config';
import { GadgetCard } from './GadgetCard';
import { GadgetEdit } from './GadgetEdit';

/** Jira opens the same page to view and to edit, and says which. */
export function Gadget() {
  const { context } = usePanel();
  const t = useTexts();
  const config = readGadgetConfig(context.gadgetConfiguration);
  if (context.isEditing) return <GadgetEdit saved={config} />;
  if (config === null) return <Message {...t.message('gadget.unconfigured')} />;
  return <GadgetCard config={config} />;
}
