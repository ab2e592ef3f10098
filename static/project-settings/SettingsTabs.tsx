import { useTexts } from '../shared/texts/use-texts';
import { SETTINGS_TABS, type SettingsTab } from './tabs';

interface SettingsTabsProps {
  readonly current: SettingsTab;
  readonly onChoose: (tab: SettingsTab) => void;
}

/** Each tab is a place with an address of its own, so they are links in all but the element. */
export function SettingsTabs({ current, onChoose }: SettingsTabsProps) {
  const t = useTexts();
  return (
    <nav className="tabs" aria-label={t('policy.tabs')}>
      <ul className="tabs-list">
        {SETTINGS_TABS.map((tab) => (
          <li key={tab}>
            <button
              type="button"
              className="tab"
              aria-current={tab === current ? 'page' : undefined}
              onClick={() => onChoose(tab)}
            >
              {t(`policy.tab.${tab}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
