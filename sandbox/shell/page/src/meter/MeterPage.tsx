import type { MeterRow, MeterView } from '../../../shell-api';
import { Failure } from '../components/Failure';
import { Loading } from '../components/Loading';
import { SiteTime } from '../components/SiteTime';
import { blockingError } from '../session/blocking-error';
import { useSession } from '../session/session';
import type { Formats } from '../session/formats';
import { useLive } from '../session/use-live';
import { FigureTable } from './FigureTable';

interface Figure {
  readonly label: string;
  readonly write: (row: MeterRow, formats: Formats) => string;
}

const FIGURES: readonly Figure[] = [
  { label: 'Invocations', write: (row, { count }) => count(row.invocations) },
  { label: 'Failures', write: (row, { count }) => count(row.failures) },
  { label: 'GB-seconds', write: (row, { amount }) => amount(row.gbSeconds) },
  { label: 'REST requests', write: (row, { count }) => count(row.restRequests) },
  { label: 'Points', write: (row, { count }) => count(row.points) },
  { label: 'SQL statements', write: (row, { count }) => count(row.sqlStatements) },
  { label: 'KVS kB', write: (row, { amount }) => amount(row.kvsBytes / 1000) },
];

/** What running the app has cost. */
export function MeterPage() {
  const { formats } = useSession();
  const query = useLive<MeterView>('/api/meter');

  const { data } = query;
  const error = blockingError(query);
  if (error !== null) return <Failure error={error} onRetry={() => void query.refetch()} />;
  if (data === undefined) return <Loading label="Reading the meter" />;
  const { total, functions, callers, endpoints, failures, webTriggers, actions } = data;
  const figuresOf = (row: MeterRow): readonly string[] =>
    FIGURES.map(({ write }) => write(row, formats));

  return (
    <section className="meter" aria-labelledby="meter-title">
      <h1 id="meter-title">Meter</h1>
      <p className="muted">Covers {formats.duration(data.periodMs)} of the site’s time.</p>
      <dl className="totals">
        {FIGURES.map(({ label, write }) => (
          <div key={label} className="card total">
            <dt className="muted">{label}</dt>
            <dd>{write(total, formats)}</dd>
          </div>
        ))}
      </dl>
      <FigureTable
        title="By function"
        columns={['Function', ...FIGURES.map(({ label }) => label)]}
        rows={functions.map((row) => [row.name, ...figuresOf(row)])}
        whenEmpty="No function has run yet."
      />
      <FigureTable
        title="By caller"
        columns={['Caller', ...FIGURES.map(({ label }) => label)]}
        rows={callers.map((row) => [row.name, ...figuresOf(row)])}
        whenEmpty="Nothing has called the app yet."
      />
      <FigureTable
        title="By endpoint"
        columns={['Endpoint', 'Requests', 'Points']}
        rows={endpoints.map(({ endpoint, requests, points }) => [
          endpoint,
          formats.count(requests),
          formats.count(points),
        ])}
        whenEmpty="No request was made yet."
      />
      <section aria-labelledby="meter-ways-in">
        <h2 id="meter-ways-in">Web triggers and actions</h2>
        {webTriggers.length + actions.length === 0 && <p className="muted">None</p>}
        <dl className="pairs pairs-code">
          {webTriggers.map(({ key, url }) => (
            <div key={key} className="pair">
              <dt>{key}</dt>
              <dd>{url}</dd>
            </div>
          ))}
          {actions.map(({ key, name }) => (
            <div key={key} className="pair">
              <dt>{key}</dt>
              <dd>{name}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="meter-failures">
        <h2 id="meter-failures">Failures</h2>
        {failures.length === 0 && <p className="muted">None</p>}
        <ol className="entries">
          {failures.map(({ atMs, text }, index) => (
            <li key={`${atMs}-${index}`} className="entry">
              <span className="muted">
                <SiteTime atMs={atMs} />
              </span>{' '}
              {text}
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="meter-report">
        <h2 id="meter-report">Report</h2>
        <pre className="report" tabIndex={0}>
          {data.report}
        </pre>
      </section>
    </section>
  );
}
