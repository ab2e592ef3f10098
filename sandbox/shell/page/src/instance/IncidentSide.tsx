import type { ReactNode } from 'react';

import type { IncidentDetail } from '../../../shell-api';
import { OutcomeLozenge } from '../components/OutcomeLozenge';
import { SiteTime } from '../components/SiteTime';
import { useSession } from '../session/session';

export function IncidentSide({ incident }: { readonly incident: IncidentDetail }) {
  const { formats } = useSession();
  const pairs: readonly (readonly [label: string, value: ReactNode])[] = [
    ['AI outcome', <OutcomeLozenge outcome={incident.aiOutcome} />],
    ['Number', incident.number],
    ['Caller', incident.caller],
    ['Category', incident.category],
    ['Priority', incident.priority],
    ['Assignment group', incident.assignmentGroup],
    ['Assigned to', incident.assignedTo],
    ['Opened', <SiteTime atMs={incident.openedMs} />],
    ['Updated', <SiteTime atMs={incident.updatedMs} />],
    ['Resolved', incident.resolvedMs === null ? null : <SiteTime atMs={incident.resolvedMs} />],
    ['Close code', incident.closeCode],
    ['Reassigned', formats.count(incident.reassignmentCount)],
    ['Reopened', formats.count(incident.reopenCount)],
    ['Made SLA', incident.isSlaMade ? 'Yes' : 'No'],
  ];
  return (
    <section className="card" aria-label="Details">
      <dl className="pairs">
        {pairs.map(([label, value]) => (
          <div key={label} className="pair">
            <dt>{label}</dt>
            <dd>{value ?? '–'}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
