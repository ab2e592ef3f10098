import Lozenge from '@atlaskit/lozenge';

import type { IssueDetail } from '../../../shell-api';
import { AdfDocument } from '../adf/AdfDocument';
import { SiteTime } from '../components/SiteTime';

interface CommentsProps extends Pick<IssueDetail, 'comments'> {
  readonly title?: string;
  readonly internalLabel?: string;
}

export function Comments({
  comments,
  title = 'Comments',
  internalLabel = 'Internal note',
}: CommentsProps) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {comments.length === 0 && <p className="muted">No comments yet</p>}
      <ol className="entries">
        {comments.map(({ id, author, atMs, isPublic, body, document }) => (
          <li key={id} className={isPublic ? 'entry' : 'entry entry-internal'}>
            <p className="entry-head">
              <strong>{author}</strong>
              <span className="muted">
                <SiteTime atMs={atMs} />
              </span>
              {!isPublic && <Lozenge appearance="moved">{internalLabel}</Lozenge>}
            </p>
            {document === null ? (
              <p className="prose">{body}</p>
            ) : (
              <AdfDocument document={document} />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
