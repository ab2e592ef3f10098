import Button from '@atlaskit/button/new';
import { useState } from 'react';

import type { IssueDetail } from '../../../shell-api';
import { SiteTime } from '../components/SiteTime';

export function History({ history }: Pick<IssueDetail, 'history'>) {
  const [isShown, setShown] = useState(false);
  return (
    <section aria-label="History">
      <Button
        appearance="subtle"
        aria-expanded={isShown}
        onClick={() => setShown((shown) => !shown)}
      >
        {isShown ? 'Hide history' : `Show history (${history.length})`}
      </Button>
      {isShown && history.length === 0 && <p className="muted">Nothing has changed yet</p>}
      {isShown && (
        <ol className="entries">
          {history.map(({ id, author, atMs, changes }) => (
            <li key={id} className="entry">
              <p className="entry-head">
                <strong>{author}</strong>
                <span className="muted">
                  <SiteTime atMs={atMs} />
                </span>
              </p>
              <ul>
                {changes.map(({ field, from, to }, index) => (
                  <li key={`${field}-${index}`}>
                    {field}: {from || 'none'} → {to || 'none'}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
