import { Message } from '../../shared/components/Message';
import { QueryGate } from '../../shared/components/QueryGate';
import { usePanel } from '../../shared/panel';
import { useTexts } from '../../shared/texts/use-texts';
import { usePanelQuery } from '../../shared/use-panel-query';
import type { GadgetConfig } from '../gadget-config';
import { GadgetSkeleton } from '../GadgetSkeleton';
import { GadgetForm } from './GadgetForm';

/** @param saved - what the gadget shows now; null when it was never set up */
export function GadgetEdit({ saved }: { readonly saved: GadgetConfig | null }) {
  const { client } = usePanel();
  const t = useTexts();
  const query = usePanelQuery(['desks'], () => client.listDesks({}));
  return (
    <QueryGate query={query} subject="desk" skeleton={<GadgetSkeleton cards={1} />}>
      {(desks) =>
        desks.length === 0 ? (
          <Message {...t.message('gadget.noDesks')} />
        ) : (
          <GadgetForm desks={desks} saved={saved} />
        )
      }
    </QueryGate>
  );
}
