import { settingsOf } from '../domain/outcome/measurement-settings';
import type { EpochMs } from '../domain/time';
import type { DeskRow, SettingsVersionRow } from '../ports/score-store';

/** The settings in force of a desk that nobody has changed, as a version. */
export const startingVersion = (desk: DeskRow, now: EpochMs): SettingsVersionRow => ({
  deskId: desk.deskId,
  version: desk.definitionVersion,
  publishedAt: desk.knownSince ?? desk.backfill.startedAt ?? now,
  accountId: null,
  reason: null,
  restoredFrom: null,
  settings: settingsOf(desk),
});

/**
 * All versions up to the one in force, newest first: those in their table, one that is still to be
 * written there, and the start of a desk that nobody has changed.
 */
export function versionsOf(
  desk: DeskRow,
  written: readonly SettingsVersionRow[],
  now: EpochMs,
): readonly SettingsVersionRow[] {
  const byVersion = new Map(written.map((row) => [row.version, row]));
  for (const { version } of desk.unrecorded) {
    if (version !== null) byVersion.set(version.version, version);
  }
  if (!byVersion.has(desk.definitionVersion)) {
    byVersion.set(desk.definitionVersion, startingVersion(desk, now));
  }
  return [...byVersion.values()]
    .filter(({ version }) => version <= desk.definitionVersion)
    .sort((a, b) => b.version - a.version);
}
