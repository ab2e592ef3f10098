import type { DeskSettings, SettingsVersion } from '../../src/contract';
import type { Formats } from '../shared/format/formats';
import { prepareChanges, type ChangeView } from './settings-changes';

export interface VersionView<Change = ChangeView> {
  readonly version: number;
  /** "Version 3". */
  readonly name: string;
  /** Who published it and when. */
  readonly origin: string;
  readonly exactTime: string;
  /** In the author's own words; null when they gave none. */
  readonly reason: string | null;
  /** "Restores version 1"; null for new settings. */
  readonly restores: string | null;
  /** Against the version before; null for the oldest that is known. */
  readonly changes: readonly Change[] | null;
  readonly isInForce: boolean;
}

/** @param names - of accounts, as the viewer sees them */
export const prepareVersions = (
  desk: DeskSettings,
  names: ReadonlyMap<string, string>,
  formats: Formats,
): readonly VersionView[] =>
  desk.versions.map((version, index) => {
    const before = desk.versions[index + 1];
    const { t } = formats;
    return {
      version: version.version,
      name: t('settings.versions.name', { version: version.version }),
      origin: originOf(version, names, desk.asOf, formats),
      exactTime: formats.exactTime(version.publishedAt),
      reason: version.reason === null ? null : t('ticket.quoted', { reason: version.reason }),
      restores:
        version.restoredFrom === null
          ? null
          : t('settings.versions.restores', { version: version.restoredFrom }),
      changes:
        before === undefined ? null : prepareChanges(before.settings, version.settings, formats),
      isInForce: version.version === desk.version,
    };
  });

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
