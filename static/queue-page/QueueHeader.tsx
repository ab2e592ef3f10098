import type { ReactNode } from 'react';

import type { HeaderView } from './prepare-header';

interface QueueHeaderProps {
  readonly header: HeaderView;
  readonly periodSwitch: ReactNode;
}

export function QueueHeader({ header, periodSwitch }: QueueHeaderProps) {
  const { summary, range, zone, computed, computedExact, history, historyProgress } = header;
  return (
    <header className="header">
      <div className="header-words">
        {summary !== null && <p className="header-summary">{summary}</p>}
        <p className="header-facts">
          <span title={zone}>{range}</span>
          <span title={computedExact ?? undefined}>{computed}</span>
          <span className={header.needsAttention ? 'attention' : undefined}>{history}</span>
        </p>
        {historyProgress !== null && (
          <progress className="progress" value={historyProgress} max={1} aria-label={history} />
        )}
      </div>
      {periodSwitch}
    </header>
  );
}
