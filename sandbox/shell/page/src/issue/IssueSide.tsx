import type { IssueDetail } from '../../../shell-api';
import { OutcomeLozenge } from '../components/OutcomeLozenge';
import { Select } from '../components/Select';
import { SiteTime } from '../components/SiteTime';
import { useSession } from '../session/session';
import { useIssueAct } from './use-issue-act';

const NOBODY = '';

/** Status, assignee and the other fields. */
export function IssueSide({ issue }: { readonly issue: IssueDetail }) {
  const { state } = useSession();
  const act = useIssueAct(issue.key);
  const { assignable, may } = issue;
  const assignee = assignable.find(({ displayName }) => displayName === issue.assignee);
  const others = assignable.map(({ accountId, displayName }) => ({
    value: accountId,
    label: displayName,
  }));
  // Somebody who can no longer be assigned may still hold the issue.
  const otherHolder = assignee === undefined ? issue.assignee : null;

  return (
    <section className="card" aria-label="Details" aria-busy={act.isPending}>
      <Select
        label="Status"
        value={issue.status.name}
        options={withValue(
          state.statuses.map(({ name }) => ({ value: name, label: name })),
          issue.status.name,
        )}
        isDisabled={!may.move || act.isPending}
        onChange={(to) => act.mutate({ kind: 'move', to })}
      />
      <Select
        label="Assignee"
        value={otherHolder ?? assignee?.accountId ?? NOBODY}
        options={withValue([{ value: NOBODY, label: 'Unassigned' }, ...others], otherHolder)}
        isDisabled={!may.assign || act.isPending}
        onChange={(accountId) =>
          act.mutate({ kind: 'assign', accountId: accountId === NOBODY ? null : accountId })
        }
      />
      {act.isError && (
        <p className="notice" role="alert">
          {act.error.message}
        </p>
      )}
      <dl className="pairs">
        <dt>AI outcome</dt>
        <dd>
          <OutcomeLozenge outcome={issue.aiOutcome} />
        </dd>
        <dt>Request type</dt>
        <dd>{issue.requestType ?? '–'}</dd>
        <dt>Reporter</dt>
        <dd>{issue.reporter ?? '–'}</dd>
        <dt>Priority</dt>
        <dd>{issue.priority ?? '–'}</dd>
        <dt>Support group</dt>
        <dd>{issue.supportGroup ?? '–'}</dd>
        <dt>Labels</dt>
        <dd>{issue.labels.length === 0 ? '–' : issue.labels.join(', ')}</dd>
        <dt>Created</dt>
        <dd>
          <SiteTime atMs={issue.createdMs} />
        </dd>
        <dt>Updated</dt>
        <dd>
          <SiteTime atMs={issue.updatedMs} />
        </dd>
        <dt>Resolution</dt>
        <dd>{issue.resolution ?? 'Unresolved'}</dd>
        {issue.resolvedMs !== null && (
          <>
            <dt>Resolved</dt>
            <dd>
              <SiteTime atMs={issue.resolvedMs} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** A select shows only what it lists. */
function withValue(options: readonly Option[], value: string | null): readonly Option[] {
  const isListed = value === null || options.some((option) => option.value === value);
  return isListed ? options : [{ value, label: value }, ...options];
}
