import { SettingsTabs, type SettingsTabsProps } from '../../project-settings/SettingsTabs';
import '../../project-settings/project-settings.css';

/** For administrators of Jira. */
export function DeskSettings(props: SettingsTabsProps) {
  return <SettingsTabs {...props} />;
}
