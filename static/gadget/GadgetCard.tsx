import { QueryGate } from '../shared/components/QueryGate';
import { usePanel } from '../shared/panel';
import { useLiveRefresh } from '../shared/use-live-refresh';
import { usePanelQuery } from '../shared/use-panel-query';
import type { GadgetConfig } from './gadget-config';
import { GadgetContent } from './GadgetContent';
import { GadgetSkeleton } from './GadgetSkeleton';
import { prepareGadget } from './prepare-gadget';

const MINUTE_MS = 60_000;

/** One sentence of one desk, then its numbers or its trend; without controls. */
export function GadgetCard({ config }: { readonly config: GadgetConfig }) {
  const { client, formats } = usePanel();
  const { project, periodDays, refresh, kpis, view } = config;
  const query = usePanelQuery(
    ['desk', project, periodDays],
    () => client.readDeskScorecard({ project, periodDays }),
    { pollMs: refresh * MINUTE_MS },
  );
  useLiveRefresh('JIRA_DASHBOARD_GADGET_REFRESH');

  return (
    <QueryGate
      query={query}
      subject="desk"
      skeleton={<GadgetSkeleton cards={view === 'numbers' ? kpis.length : 0} />}
    >
      {(desk) => {
        const { subtitle, sentence, content, computed, computedExact } = prepareGadget(
          desk,
          config,
          formats,
        );
        return (
          <>
            <h2 className="gadget-subtitle">{subtitle}</h2>
            {sentence !== null && <p className="gadget-sentence">{sentence}</p>}
            <GadgetContent content={content} />
            <p className="muted gadget-computed" title={computedExact ?? undefined}>
              {computed}
            </p>
          </>
        );
      }}
    </QueryGate>
  );
}
