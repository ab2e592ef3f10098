import { lazy } from 'react';

import type { Administration, ServiceNowStatus } from '../../src/contract';
import { LazyPart } from '../shared/components/LazyPart';
import { QueryGate } from '../shared/components/QueryGate';
import type { PanelQuery } from '../shared/use-panel-query';
import { AdminSkeleton } from './AdminSkeleton';
import type { ProgressSample } from './progress-rate';

// Many have no such desk; this is loaded when somebody goes there.
const ServiceNowTab = lazy(async () => ({
  default: (await import('./servicenow/ServiceNowTab')).ServiceNowTab,
}));

interface ServiceNowGateProps {
  readonly administration: Administration;
  readonly query: PanelQuery<ServiceNowStatus>;
  readonly samples: readonly ProgressSample[];
}

/** The part about ServiceNow once its code and its facts are there. */
export function ServiceNowGate({ administration, query, samples }: ServiceNowGateProps) {
  return (
    <LazyPart skeleton={<AdminSkeleton />}>
      <QueryGate query={query} subject="administration" skeleton={<AdminSkeleton />}>
        {(status) => (
          <div className="admin-sections">
            <ServiceNowTab administration={administration} status={status} samples={samples} />
          </div>
        )}
      </QueryGate>
    </LazyPart>
  );
}
