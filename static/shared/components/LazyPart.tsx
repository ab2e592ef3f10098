import { Suspense, type ReactNode } from 'react';

import { useTexts } from '../texts/use-texts';
import { ErrorBoundary } from './ErrorBoundary';
import { Message } from './Message';

interface LazyPartProps {
  /** Stands there until the part's code has come. */
  readonly skeleton: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page whose code is loaded when somebody goes there. */
export function LazyPart({ skeleton, children }: LazyPartProps) {
  const t = useTexts();
  return (
    <ErrorBoundary
      fallback={() => (
        <Message
          {...t.message('failure.notDrawn')}
          isFailure
          // What did not load is only asked for again by loading the page.
          retry={{ label: t('common.retry'), run: () => location.reload() }}
        />
      )}
    >
      <Suspense
        fallback={
          <div role="status" aria-label={t('common.loading')}>
            {skeleton}
          </div>
        }
      >
        {children}
      </Suspense>
    </ErrorBoundary>
  );
}
