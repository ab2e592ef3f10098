import { lazy, Suspense } from 'react';

import { Message } from '../shared/components/Message';
import { usePanel } from '../shared/panel';
import { useTexts } from '../shared/texts/use-texts';
import { readGadgetConfig } from './gadget-config';
import { GadgetCard } from './GadgetCard';
import { GadgetSkeleton } from './GadgetSkeleton';

/** Dashboards are looked at far more often than they are set up. */
const GadgetEdit = lazy(async () => {
  const { GadgetEdit: component } = await import('./edit/GadgetEdit');
  return { default: component };
});

/** Jira opens the same page to view and to edit, and says which. */
export function Gadget() {
  const t = useTexts();
  return (
    <main className="gadget">
      <h1 className="visually-hidden">{t('ticket.title')}</h1>
      <GadgetMode />
    </main>
  );
}

function GadgetMode() {
  const { context } = usePanel();
  const t = useTexts();
  const config = readGadgetConfig(context.gadgetConfiguration);
  if (context.isEditing) {
    return (
      <Suspense fallback={<GadgetSkeleton cards={1} />}>
        <GadgetEdit saved={config} />
      </Suspense>
    );
  }
  if (config === null) return <Message {...t.message('gadget.unconfigured')} />;
  return <GadgetCard config={config} />;
}
