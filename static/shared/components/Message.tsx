import Button from '@atlaskit/button/new';

interface MessageProps {
  readonly title: string;
  readonly body: string;
  readonly isFailure?: boolean;
  readonly retry?: { readonly label: string; readonly run: () => void };
}

/** Stands where figures would: nothing there yet, or a failure with a way to try again. */
export function Message({ title, body, isFailure = false, retry }: MessageProps) {
  return (
    <section
      className={isFailure ? 'message message-failure' : 'message'}
      role={isFailure ? 'alert' : 'status'}
    >
      <h2 className="message-title">{title}</h2>
      <p className="message-body">{body}</p>
      {retry !== undefined && (
        <div className="message-action">
          <Button onClick={retry.run}>{retry.label}</Button>
        </div>
      )}
    </section>
  );
}
