import Skeleton from '@atlaskit/skeleton';

import { KpiCard } from '../shared/components/KpiCard';
import { QueryGate } from '../shared/components/QueryGate';
import { usePanel } from '../shared/panel';
import { useLiveRefresh } from '../shared/use-live-refresh';
import { usePanelQuery } from '../shared/use-panel-query';
import type { GadgetConfig } from './gadget-config';
import { prepareGadget } from './prepare-gadget';

/** One number of one desk, without controls. */
export function GadgetCard({ config }: { readonly config: GadgetConfig }) {
  const { client, formats } = usePanel();
  const { project, periodDays } = config;
  const query = usePanelQuery(['desk', project, periodDays], () =>
    client.readDeskScorecard({ project, periodDays }),
  );
  useLiveRefresh('JIRA_DASHBOARD_GADGET_REFRESH');

  return (
    <main className="gadget">
      <QueryGate
        query={query}
        subject="desk"
        skeleton={
          <Skeleton
            width="100%"
            height="148px"
            borderRadius="var(--ds-radius-large)"
            isShimmering
          />
        }
      >
        {(desk) => {
          const { subtitle, card, computed, computedExact } = prepareGadget(desk, config, formats);
          return (
            <>
              <h2 className="gadget-subtitle">{subtitle}</h2>
              <KpiCard card={card} size="large" />
              <p className="muted" title={computedExact ?? undefined}>
                {computed}
              </p>
            </>
          );
        }}
      </QueryGate>
    </main>
  );
}
