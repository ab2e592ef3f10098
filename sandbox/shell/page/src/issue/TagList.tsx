import type { IssueDetail } from '../../../shell-api';

/** What the app has written to the issue's entity property, as it is. */
export function TagList({ tag }: Pick<IssueDetail, 'tag'>) {
  return (
    <section className="card" aria-label="Tag">
      <h2>Tag</h2>
      {tag === null ? (
        <p className="muted">Not written yet</p>
      ) : (
        <dl className="pairs pairs-code">
          {Object.entries(tag).map(([name, value]) => (
            <div key={name} className="pair">
              <dt>{name}</dt>
              <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}
