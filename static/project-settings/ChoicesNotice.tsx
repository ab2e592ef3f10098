import type { Choices } from '../shared/jira/use-choices';
import { useTexts } from '../shared/texts/use-texts';

/** Says that Jira's list is on its way, or did not come. */
export function ChoicesNotice({ choices }: { readonly choices: Choices }) {
  const t = useTexts();
  if (choices.names !== null) return null;
  if (!choices.hasFailed) return <p className="muted">{t('common.loading')}</p>;
  return (
    <p className="notice" role="alert">
      {t('settings.noChoices')}{' '}
      <button type="button" className="link-button" onClick={choices.retry}>
        {t('common.retry')}
      </button>
    </p>
  );
}
