import type { PublishSettingsInput } from '../contract';
import { err, ok, type Result } from '../domain/app-error';
import { deskDayOf } from '../domain/kpi/desk-day';
import { areSameSettings, settingsOf, withSettings } from '../domain/outcome/measurement-settings';
import type { EpochMs } from '../domain/time';
import type { DeskRow, SettingsVersionRow } from '../ports/score-store';
import { decideOnDesk } from './decide-on-desk';
import type { Deps } from './deps';
import { recordDecisions } from './record-decisions';
import { startingVersion } from './settings-version';
import type { Viewer } from './viewer';

const CHANGES_KEPT = 100;

type PublishDeps = Pick<Deps, 'store' | 'access' | 'queue' | 'clock' | 'digest' | 'newMark'>;

/**
 * Makes settings the desk's own, as its next version, and has every ticket judged by them again.
 * Publishing what holds already changes nothing. The desk's row takes the version, its records and the
 * work that follows in one write; what a crash leaves undone of them is done by the next hour.
 *
 * @returns the version that holds now; `conflict` when it would follow another than was seen
 */
export async function publishSettings(
  deps: PublishDeps,
  input: PublishSettingsInput,
  viewer: Viewer,
): Promise<Result<number>> {
  return decideOnDesk(
    deps,
    input.project,
    async (desk) => {
      if (areSameSettings(settingsOf(desk), input.settings)) {
        return { answer: await finish(deps, desk) };
      }
      if (desk.definitionVersion !== input.basedOnVersion) {
        return { answer: err({ kind: 'conflict' }) };
      }
      const honest = await isHonestAboutOrigin(deps, desk, input);
      if (!honest.ok) return { answer: honest };
      await keepStart(deps, desk);
      return { next: published(deps, desk, { ...input, ...viewer }) };
    },
    (desk) => finish(deps, desk),
  );
}

async function finish(deps: PublishDeps, desk: DeskRow): Promise<Result<number>> {
  await recordDecisions(deps, desk);
  if (desk.rescore !== null) {
    await deps.queue.push([{ kind: 'refresh-desk', deskId: desk.deskId }]);
  }
  return ok(desk.definitionVersion);
}

/** Is what is called restored what that version said? */
async function isHonestAboutOrigin(
  { store }: PublishDeps,
  desk: DeskRow,
  { restoredFrom, settings }: PublishSettingsInput,
): Promise<Result<true>> {
  if (restoredFrom === null) return ok(true);
  const unrecorded = desk.unrecorded.find(({ version }) => version?.version === restoredFrom);
  const restored =
    unrecorded?.version ?? (await store.readSettingsVersion(desk.deskId, restoredFrom));
  if (restored !== null && areSameSettings(restored.settings, settings)) return ok(true);
  const issue =
    restored === null
      ? 'there is no such version'
      : 'its settings are others; give null for new ones';
  return err({ kind: 'invalid-input', issues: [`restoredFrom: ${issue}`] });
}

/** The settings a desk starts with have no row until others take their place. */
async function keepStart({ store, clock }: PublishDeps, desk: DeskRow): Promise<void> {
  const isUnrecorded = desk.unrecorded.some(
    ({ version }) => version?.version === desk.definitionVersion,
  );
  if (isUnrecorded) return;
  if ((await store.readSettingsVersion(desk.deskId, desk.definitionVersion)) !== null) return;
  await store.putSettingsVersions([startingVersion(desk, clock.now())]);
}

function published(
  { clock, newMark }: PublishDeps,
  desk: DeskRow,
  { settings, accountId, reason, restoredFrom }: PublishSettingsInput & { accountId: string },
): DeskRow {
  const at = clock.now();
  const version: SettingsVersionRow = {
    deskId: desk.deskId,
    version: desk.definitionVersion + 1,
    publishedAt: at,
    accountId,
    reason: reason === '' ? null : reason,
    restoredFrom,
    settings,
  };
  const detail = JSON.stringify({ version: version.version, accountId, restoredFrom, settings });
  return {
    ...withSettings(desk, settings),
    definitionVersion: version.version,
    definitionChanges: changesWith(desk, version, at),
    rescore: { ...desk.rescore, mark: newMark(), after: '' },
    unrecorded: [...desk.unrecorded, { at, action: 'settings-published', detail, version }],
  };
}

/** A changed time zone moves the days of earlier changes too. */
const changesWith = (
  { definitionChanges }: DeskRow,
  { version, settings }: SettingsVersionRow,
  publishedAt: EpochMs,
): DeskRow['definitionChanges'] =>
  [...definitionChanges, { version, publishedAt }].slice(-CHANGES_KEPT).map((change) => ({
    version: change.version,
    publishedAt: change.publishedAt,
    day: deskDayOf(change.publishedAt, settings.timeZone),
  }));
