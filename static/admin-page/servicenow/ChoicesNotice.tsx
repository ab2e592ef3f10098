import { usePanel } from '../../shared/panel';
import { prepareFailure } from '../../shared/prepare/failure-view';
import type { InstanceChoicesState } from './use-instance-choices';

/** What of the instance's lists is not there, and why; nothing when all of them are. */
export function ChoicesNotice({ offered }: { readonly offered: InstanceChoicesState }) {
  const { formats } = usePanel();
  const { t, list } = formats;
  const { choices, failure, isReading, retry } = offered;
  if (failure === null && choices === null) {
    return (
      <p className="notice" role="status">
        {t('admin.servicenow.choices.reading')}
      </p>
    );
  }
  if (failure !== null) {
    const { title, body } = prepareFailure(failure, 'administration', formats);
    return (
      <div className="act-failure" role="alert">
        <strong>{title}.</strong> {body} {t('admin.servicenow.choices.failed')}{' '}
        <button type="button" className="link-button" disabled={isReading} onClick={retry}>
          {t('common.retry')}
        </button>
      </div>
    );
  }
  if (choices === null || choices.unread.length === 0) return null;
  return (
    <p className="notice">
      {t('admin.servicenow.choices.unread', { tables: list(choices.unread) })}
    </p>
  );
}
