import type { Failure } from '../../shared/failure';
import { usePanel } from '../../shared/panel';
import { prepareFailure } from '../../shared/prepare/failure-view';

/** Why nothing was changed, where somebody tried to change it. */
export function ActFailure({ failure }: { readonly failure: Failure | null }) {
  const { formats } = usePanel();
  if (failure === null) return null;
  const { title, body } = prepareFailure(failure, 'ticket', formats);
  return (
    <div className="override-failure" role="alert">
      <p className="override-failure-title">{title}</p>
      <p>{body}</p>
    </div>
  );
}
