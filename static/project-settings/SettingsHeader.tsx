import type { DeskSettings } from '../../src/contract';
import { useTexts } from '../shared/texts/use-texts';
import type { VersionView } from './prepare-versions';

interface SettingsHeaderProps {
  readonly desk: DeskSettings;
  /** The version that holds; null only while the app lists none. */
  readonly current: VersionView | null;
}

export function SettingsHeader({ desk, current }: SettingsHeaderProps) {
  const t = useTexts();
  return (
    <header className="page-header">
      <h1 className="page-title">{t('settings.title', { desk: desk.desk.key })}</h1>
      <p className="page-lead">{t('settings.lead')}</p>
      {current !== null && (
        <p className="muted">
          {current.name} · <span title={current.exactTime}>{current.origin}</span>
        </p>
      )}
    </header>
  );
}
