import { useTexts } from '../shared/texts/use-texts';
import type { SettingsVersionView } from './prepare-versions';

interface SettingsHeaderProps {
  /** The version that holds; null only while the app lists none. */
  readonly current: SettingsVersionView | null;
}

export function SettingsHeader({ current }: SettingsHeaderProps) {
  const t = useTexts();
  return (
    <div className="page-header">
      <p className="page-lead">{t('settings.lead')}</p>
      {current !== null && (
        <p className="muted">
          {current.name} · <span title={current.exactTime}>{current.origin}</span>
        </p>
      )}
    </div>
  );
}
