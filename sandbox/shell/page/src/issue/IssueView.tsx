import type { IssueDetail } from '../../../shell-api';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { StatusLozenge } from '../components/StatusLozenge';
import { blockingError } from '../session/blocking-error';
import { hrefOf } from '../session/route';
import { useLive } from '../session/use-live';
import { CommentBox } from './CommentBox';
import { Comments } from './Comments';
import { History } from './History';
import { IssuePanels } from './IssuePanels';
import { IssueSide } from './IssueSide';
import { SlaLines } from './SlaLines';
import { TagList } from './TagList';

export function IssueView({ issueKey }: { readonly issueKey: string }) {
  const query = useLive<IssueDetail>(`/api/issues/${encodeURIComponent(issueKey)}`);
  const { data: issue } = query;
  const error = blockingError(query);
  if (error !== null) return <Failure error={error} onRetry={() => void query.refetch()} />;
  if (issue === undefined) return <Loading label="Opening the issue" />;

  const { project } = issue;
  return (
    <article className="issue" aria-labelledby="issue-summary">
      <div className="issue-main">
        <nav className="muted" aria-label="Breadcrumbs">
          <a href={hrefOf({ page: 'queue', project: project.key, queueId: null, pageNumber: 1 })}>
            {project.name}
          </a>{' '}
          / {issue.key}
        </nav>
        <h1 id="issue-summary">{issue.summary}</h1>
        <StatusLozenge status={issue.status} />
        <section aria-label="Description">
          <h2>Description</h2>
          <p className="prose">
            {issue.description ?? <span className="muted">No description</span>}
          </p>
        </section>
        <Comments comments={issue.comments} />
        {issue.may.comment && <CommentBox issueKey={issue.key} />}
        <History history={issue.history} />
      </div>
      <div className="issue-side">
        <IssueSide issue={issue} />
        <SlaLines sla={issue.sla} />
        <IssuePanels issue={issue} />
        <TagList tag={issue.tag} />
      </div>
    </article>
  );
}
