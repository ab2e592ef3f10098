import Button from '@atlaskit/button/new';

import { ApiFailure } from '../session/api';

interface FailureProps {
  readonly error: Error;
  readonly onRetry?: () => void;
}

/** What could not be shown, and why; what may not be seen looks like what is not there. */
export function Failure({ error, onRetry }: FailureProps) {
  const isHidden = error instanceof ApiFailure && (error.status === 404 || error.status === 403);
  return (
    <div className="message" role="alert">
      <p>{isHidden ? 'Not found, or you have no permission to see it.' : error.message}</p>
      {!isHidden && onRetry !== undefined && <Button onClick={onRetry}>Try again</Button>}
    </div>
  );
}
