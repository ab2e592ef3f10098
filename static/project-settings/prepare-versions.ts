import type { DeskSettings, SettingsVersion } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { prepareChanges, type ChangeView } from './settings-changes';
import { versionViews, type VersionView } from './version-views';

export type SettingsVersionView = VersionView<ChangeView>;

/** @param names - of accounts, as the viewer sees them */
export const prepareVersions = (
  desk: DeskSettings,
  names: ReadonlyMap<string, string>,
  formats: Formats,
): readonly SettingsVersionView[] =>
  versionViews(
    desk.versions,
    desk.version,
    {
      originOf: (version) => originOf(version, names, desk.asOf, formats),
      changesOf: (before, version) => prepareChanges(before.settings, version.settings, formats),
    },
    formats,
  );

function originOf(
  { accountId, publishedAt }: SettingsVersion,
  names: ReadonlyMap<string, string>,
  asOf: string,
  { t, ago }: Formats,
): string {
  const when = ago(publishedAt, Date.parse(asOf));
  if (accountId === null) return t('settings.versions.start', { when });
  const who = names.get(accountId) ?? t('settings.versions.somebody');
  return t('settings.versions.origin', { who, when });
}
