import Skeleton from '@atlaskit/skeleton';

import { usePanel } from '../../shared/panel';
import type { RowView } from './prepare-rows';

/** A ticket, why it is here, and the way to it. */
export function AttentionRow({ issue, isLoading, instead, why, exact }: Omit<RowView, 'key'>) {
  const { host } = usePanel();
  return (
    <li className="attention-row">
      {instead !== null && <span className="attention-hidden">{instead}</span>}
      {isLoading && (
        <span className="attention-issue">
          <Skeleton width="min(100%, 20rem)" height="16px" isShimmering />
        </span>
      )}
      {issue !== null && (
        <span className="attention-issue">
          <button
            type="button"
            className="link-button attention-key"
            onClick={() => void host.navigate({ target: 'issue', issueKey: issue.key })}
          >
            {issue.key}
          </button>
          <span className="attention-summary" title={issue.summary}>
            {issue.summary}
          </span>
          <span className="attention-status">{issue.status}</span>
        </span>
      )}
      {why !== null && (
        <span className="attention-why" title={exact ?? undefined}>
          {why}
        </span>
      )}
    </li>
  );
}
