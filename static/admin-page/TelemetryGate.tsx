import { lazy, Suspense } from 'react';

import type { Administration, TelemetryStatus } from '../../src/contract';
import { ErrorBoundary } from '../shared/components/ErrorBoundary';
import { Message } from '../shared/components/Message';
import { QueryGate } from '../shared/components/QueryGate';
import { useTexts } from '../shared/texts/use-texts';
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
  const t = useTexts();
  const loading = (
    <div role="status" aria-label={t('common.loading')}>
      <AdminSkeleton />
    </div>
  );
  return (
    <ErrorBoundary
      fallback={() => (
        <Message
          {...t.message('failure.notDrawn')}
          isFailure
          // A part of the page that did not load is only asked for again by loading the page.
          retry={{ label: t('common.retry'), run: () => location.reload() }}
        />
      )}
    >
      <QueryGate query={query} subject="administration" skeleton={<AdminSkeleton />}>
        {(status) => (
          <Suspense fallback={loading}>
            <div className="admin-sections">
              <TelemetryTab administration={administration} status={status} onOpen={onOpen} />
            </div>
          </Suspense>
        )}
      </QueryGate>
    </ErrorBoundary>
  );
}
