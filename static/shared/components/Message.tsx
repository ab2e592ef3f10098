import Button from '@atlaskit/button/new';

import { TEXTS } from '../texts';

interface MessageProps {
  readonly title: string;
  readonly body: string;
  readonly isFailure?: boolean;
  readonly onRetry?: () => void;
}

/** Stands where figures would: nothing there yet, or a failure with a way to try again. */
export function Message({ title, body, isFailure = false, onRetry }: MessageProps) {
  return (
    <section
      className={isFailure ? 'message message-failure' : 'message'}
      role={isFailure ? 'alert' : 'status'}
    >
      <h2 className="message-title">{title}</h2>
      <p className="message-body">{body}</p>
      {onRetry !== undefined && (
        <div className="message-action">
          <Button onClick={onRetry}>{TEXTS.retry}</Button>
        </div>
      )}
    </section>
  );
}
