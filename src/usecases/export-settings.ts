import { ok, type Result } from '../domain/app-error';
import type { EpochMs } from '../domain/time';
import type { MeasurementSettings, SettingsExport, SettingsVersion } from '../contract';
import type { DeskRow } from '../ports/score-store';
import type { Deps } from './deps';

/** Everything that people have set, whole, for keeping elsewhere. */
export async function exportSettings(
  deps: Pick<Deps, 'access' | 'store' | 'settings' | 'clock'>,
): Promise<Result<SettingsExport>> {
  const allowed = await deps.access.canAdministerSite();
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const actors = await deps.settings.readRegistry();
  const desks = await deps.store.listDesks();
  return ok({
    format: 'firstline-settings',
    formatVersion: 1,
    exportedAt: new Date(now).toISOString(),
    actors,
    desks: desks.map((desk) => ({
      projectKey: desk.key,
      version: desk.definitionVersion,
      overridePolicy: desk.overridePolicy,
      versions: [versionInForce(desk, now)],
    })),
  });
}

/** What a desk's own row holds of its settings: those in force. */
function versionInForce(desk: DeskRow, now: EpochMs): SettingsVersion {
  return {
    version: desk.definitionVersion,
    publishedAt: new Date(desk.backfill.startedAt ?? now).toISOString(),
    accountId: null,
    reason: null,
    restoredFrom: null,
    settings: settingsOf(desk),
  };
}

function settingsOf({ definition, profile: { timeZone, calendar } }: DeskRow): MeasurementSettings {
  return {
    definition: {
      ...definition,
      excludedResolutions: [...definition.excludedResolutions],
      excludedRequestTypes: [...definition.excludedRequestTypes],
    },
    timeZone,
    calendar:
      calendar === null
        ? null
        : {
            weeklyHours: calendar.weeklyHours.map((day) => day.map((hours) => ({ ...hours }))),
            holidays: [...calendar.holidays],
          },
    pausedStatuses: null,
  };
}
