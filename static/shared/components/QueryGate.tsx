import type { ReactNode } from 'react';

import { usePanel } from '../panel';
import { prepareFailure, type Subject } from '../prepare/failure-view';
import { useTexts } from '../texts/use-texts';
import type { PanelQuery } from '../use-panel-query';
import { Message } from './Message';

interface QueryGateProps<T> {
  readonly query: PanelQuery<T>;
  readonly subject: Subject;
  readonly skeleton: ReactNode;
  readonly children: (data: T) => ReactNode;
}

/** Loading, failed or there: every panel shows the three in the same way. */
export function QueryGate<T>({ query, subject, skeleton, children }: QueryGateProps<T>) {
  const { formats } = usePanel();
  const t = useTexts();
  const retryLabel = t('common.retry');
  if (query.status === 'loading') {
    return (
      <div role="status" aria-label={t('common.loading')}>
        {skeleton}
      </div>
    );
  }
  if (query.status === 'failed') {
    const { title, body, canRetry } = prepareFailure(query.failure, subject, formats);
    return (
      <Message
        title={title}
        body={body}
        isFailure
        {...(canRetry && { retry: { label: retryLabel, run: query.retry } })}
      />
    );
  }
  return (
    <div className={query.isOutdated ? 'outdated' : undefined} aria-busy={query.isOutdated}>
      {query.refreshFailed && (
        <p className="notice" role="status">
          {t('common.refreshFailed')}{' '}
          <button type="button" className="link-button" onClick={query.retry}>
            {retryLabel}
          </button>
        </p>
      )}
      {children(query.data)}
    </div>
  );
}
