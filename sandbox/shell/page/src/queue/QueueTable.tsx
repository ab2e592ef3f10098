import type { QueueIssue } from '../../../shell-api';
import { OutcomeLozenge } from '../components/OutcomeLozenge';
import { SiteTime } from '../components/SiteTime';
import { StatusLozenge } from '../components/StatusLozenge';
import { hrefOf } from '../session/route';
import { useChangedOutcomes } from './use-changed-outcomes';

interface QueueTableProps {
  readonly label: string;
  readonly issues: readonly QueueIssue[];
}

/** Extra ones give way on a narrow screen; the issue itself says them, too. */
const COLUMNS = [
  { label: 'Key' },
  { label: 'Summary' },
  { label: 'Request type', isExtra: true },
  { label: 'Reporter', isExtra: true },
  { label: 'Assignee' },
  { label: 'Status' },
  { label: 'AI outcome' },
  { label: 'Priority', isExtra: true },
  { label: 'Created', isExtra: true },
  { label: 'Updated' },
] as const;

export function QueueTable({ label, issues }: QueueTableProps) {
  const changed = useChangedOutcomes(issues);
  return (
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
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
          {issues.map((issue) => (
            <QueueRow key={issue.key} issue={issue} hasChanged={changed.has(issue.key)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface QueueRowProps {
  readonly issue: QueueIssue;
  readonly hasChanged: boolean;
}

function QueueRow({ issue, hasChanged }: QueueRowProps) {
  const href = hrefOf({ page: 'issue', issueKey: issue.key });
  return (
    // The links serve the keyboard; the whole row is a convenience of the mouse.
    <tr
      className={hasChanged ? 'row row-changed' : 'row'}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('a') !== null) return;
        location.hash = href;
      }}
    >
      <td className="cell-key">
        <a href={href}>{issue.key}</a>
      </td>
      <td className="cell-summary">{issue.summary}</td>
      <td className="cell-extra">{issue.requestType ?? '–'}</td>
      <td className="cell-extra">{issue.reporter ?? '–'}</td>
      <td className="cell-assignee">{issue.assignee ?? 'Unassigned'}</td>
      <td className="cell-status">
        <StatusLozenge status={issue.status} />
      </td>
      <td className="cell-outcome">
        <OutcomeLozenge outcome={issue.aiOutcome} />
      </td>
      <td className="cell-extra">{issue.priority ?? '–'}</td>
      <td className="cell-extra cell-time">
        <SiteTime atMs={issue.createdMs} />
      </td>
      <td className="cell-updated cell-time">
        <SiteTime atMs={issue.updatedMs} />
      </td>
    </tr>
  );
}
