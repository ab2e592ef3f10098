import { lazy } from 'react';

import type { Administration, TelemetryStatus } from '../../src/contract';
import { LazyPart } from '../shared/components/LazyPart';
import { QueryGate } from '../shared/components/QueryGate';
import type { PanelQuery } from '../shared/use-panel-query';
import { AdminSkeleton } from './AdminSkeleton';
import type { AdminTab } from './tabs';

// Most come to see whether all is well; this is loaded when somebody goes there.
const TelemetryTab = lazy(async () => ({
  default: (await import('./telemetry/TelemetryTab')).TelemetryTab,
}));

interface TelemetryGateProps {
  readonly administration: Administration;
  readonly query: PanelQuery<TelemetryStatus>;
  readonly onOpen: (tab: AdminTab) => void;
}

/** The part about telemetry once its code and its facts are there. */
export function TelemetryGate({ administration, query, onOpen }: TelemetryGateProps) {
  return (
    <LazyPart skeleton={<AdminSkeleton />}>
      <QueryGate query={query} subject="administration" skeleton={<AdminSkeleton />}>
        {(status) => (
          <div className="admin-sections">
            <TelemetryTab administration={administration} status={status} onOpen={onOpen} />
          </div>
        )}
      </QueryGate>
    </LazyPart>
  );
}
