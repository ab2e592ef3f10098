import type { Failure } from '../failure';
import { usePanel } from '../panel';
import { prepareFailure, type Subject } from '../prepare/failure-view';

interface ActFailureProps {
  readonly failure: Failure;
  readonly subject: Subject;
}

/** Why something that a person did was not done. */
export function ActFailure({ failure, subject }: ActFailureProps) {
  const { formats } = usePanel();
  const { title, body } = prepareFailure(failure, subject, formats);
  return (
    <div className="act-failure" role="alert">
      <strong>{title}.</strong> {body}
    </div>
  );
}
