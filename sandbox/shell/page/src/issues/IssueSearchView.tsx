import type { IssueSearch } from '../../../shell-api';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { Pager } from '../components/Pager';
import { QueueTable } from '../queue/QueueTable';
import { blockingError } from '../session/blocking-error';
import { hrefOf } from '../session/route';
import { useLive } from '../session/use-live';
import { JqlForm } from './JqlForm';

const PAGE_SIZE = 50;

interface IssueSearchViewProps {
  readonly jql: string;
  /** From 1. */
  readonly pageNumber: number;
}

/** The issues that a JQL finds, among those that the person may see. */
export function IssueSearchView({ jql, pageNumber }: IssueSearchViewProps) {
  return (
    <section aria-labelledby="issues">
      <h1 id="issues">Issues</h1>
      <JqlForm key={jql} jql={jql} />
      <Results jql={jql} pageNumber={pageNumber} />
    </section>
  );
}

function Results({ jql, pageNumber }: IssueSearchViewProps) {
  const startAt = (pageNumber - 1) * PAGE_SIZE;
  const query = useLive<IssueSearch>(
    `/api/search?jql=${encodeURIComponent(jql)}&startAt=${startAt}&limit=${PAGE_SIZE}`,
  );
  const { data } = query;
  const error = blockingError(query);
  if (error !== null) return <Failure error={error} onRetry={() => void query.refetch()} />;
  if (data === undefined) return <Loading label="Searching" />;

  const { issues, total } = data;
  return (
    <>
      {issues.length === 0 ? (
        <p className="message">
          {total === 0 ? 'No issue matches this search.' : 'This page of the search is empty.'}
        </p>
      ) : (
        <QueueTable key={jql} label="Issues found" issues={issues} />
      )}
      <Pager
        label="Pages of the search"
        pageNumber={pageNumber}
        pageSize={PAGE_SIZE}
        shown={issues.length}
        total={total}
        onGoTo={(number) => {
          location.hash = hrefOf({ page: 'issues', jql, pageNumber: number });
        }}
      />
    </>
  );
}
