import type { IncidentRow } from '../../../shell-api';
import { OutcomeLozenge } from '../components/OutcomeLozenge';
import { SiteTime } from '../components/SiteTime';
import { StatusLozenge } from '../components/StatusLozenge';
import { hrefOf } from '../session/route';

interface IncidentTableProps {
  readonly host: string;
  readonly incidents: readonly IncidentRow[];
}

/** Extra ones give way on a narrow screen; the incident itself says them, too. */
const COLUMNS = [
  { label: 'Number' },
  { label: 'Short description' },
  { label: 'Category', isExtra: true },
  { label: 'Caller', isExtra: true },
  { label: 'Assignment group' },
  { label: 'State' },
  { label: 'AI outcome' },
  { label: 'Opened', isExtra: true },
  { label: 'Updated' },
] as const;

export function IncidentTable({ host, incidents }: IncidentTableProps) {
  return (
    <div className="table-scroll" role="region" aria-label="Incidents" tabIndex={0}>
      <table className="table queue-table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th
                key={column.label}
                scope="col"
                className={'isExtra' in column ? 'cell-extra' : undefined}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {incidents.map((incident) => (
            <tr key={incident.sysId} className="row">
              <td className="cell-key">
                <a href={hrefOf({ page: 'incident', host, incident: incident.number })}>
                  {incident.number}
                </a>
              </td>
              <td className="cell-summary">{incident.shortDescription}</td>
              <td className="cell-extra">{incident.category}</td>
              <td className="cell-extra">{incident.caller ?? '–'}</td>
              <td className="cell-assignee">{incident.assignmentGroup ?? '–'}</td>
              <td className="cell-status">
                <StatusLozenge status={incident.state} />
              </td>
              <td className="cell-outcome">
                <OutcomeLozenge outcome={incident.aiOutcome} />
              </td>
              <td className="cell-extra cell-time">
                <SiteTime atMs={incident.openedMs} />
              </td>
              <td className="cell-updated cell-time">
                <SiteTime atMs={incident.updatedMs} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
